using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Samples.Text;

/// <summary>
/// The usual way from texts to vectors without labels, and our baseline: tf-idf, then the leading right singular vectors of the matrix of texts and words, by subspace
/// iteration from a seeded start (ten more vectors than asked for, twelve rounds). A text is its tf-idf row times them.
/// </summary>
public sealed class LatentSemantics
{
    private const int Oversampling = 10;
    private const int Rounds = 12;

    private readonly TfIdf words;
    private readonly Matrix<double> directions;

    /// <summary>Learns from texts.</summary>
    /// <param name="texts">Their words.</param>
    /// <param name="dimension">Numbers of a vector.</param>
    /// <param name="minimumTexts">Words in fewer texts are left out.</param>
    public LatentSemantics(IReadOnlyList<string[]> texts, int dimension, int minimumTexts)
    {
        words = new(texts, minimumTexts);
        var rows = texts.Select(words.Row).ToArray();
        var random = new Random(1);
        var right = Matrix<double>.Build.Dense(words.Words, dimension + Oversampling, (_, _) => random.NextDouble() - 0.5);
        for (var round = 0; round < Rounds; round++) right = Orthonormal(Back(rows, Forth(rows, right)));
        var projected = Forth(rows, right);

        // Eigenvectors come in ascending order, so the leading ones are the last.
        var turned = right * projected.TransposeThisAndMultiply(projected).Evd(Symmetricity.Symmetric).EigenVectors;
        directions = turned.SubMatrix(0, words.Words, turned.ColumnCount - dimension, dimension);
    }

    /// <summary>The vectors of texts, old or new.</summary>
    public float[][] Embed(IReadOnlyList<string[]> texts)
    {
        var vectors = Forth([.. texts.Select(words.Row)], directions);
        return [.. Enumerable.Range(0, texts.Count).Select(text => Array.ConvertAll(vectors.Row(text).ToArray(), value => (float)value))];
    }

    /// <summary>The same span, by a Cholesky factor of the Gram matrix: tf-idf spectra fall slowly, so its condition is harmless.</summary>
    private static Matrix<double> Orthonormal(Matrix<double> block) => block * block.TransposeThisAndMultiply(block).Cholesky().Factor.Transpose().Inverse();

    /// <summary>Texts × words times words × k.</summary>
    private static Matrix<double> Forth((int Column, double Weight)[][] rows, Matrix<double> right)
    {
        var (from, k) = (right.ToRowMajorArray(), right.ColumnCount);
        var to = new double[rows.Length * k];
        for (var row = 0; row < rows.Length; row++)
            foreach (var (column, weight) in rows[row]) Add(to.AsSpan(row * k, k), from.AsSpan(column * k, k), weight);
        return Matrix<double>.Build.DenseOfRowMajor(rows.Length, k, to);
    }

    /// <summary>Words × texts times texts × k.</summary>
    private Matrix<double> Back((int Column, double Weight)[][] rows, Matrix<double> left)
    {
        var (from, k) = (left.ToRowMajorArray(), left.ColumnCount);
        var to = new double[words.Words * k];
        for (var row = 0; row < rows.Length; row++)
            foreach (var (column, weight) in rows[row]) Add(to.AsSpan(column * k, k), from.AsSpan(row * k, k), weight);
        return Matrix<double>.Build.DenseOfRowMajor(words.Words, k, to);
    }

    private static void Add(Span<double> sum, ReadOnlySpan<double> row, double weight) => TensorPrimitives.MultiplyAdd(row, weight, sum, sum);
}
