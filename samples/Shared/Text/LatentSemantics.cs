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
        var right = Matrix<double>.Build.Dense(words.Words, dimension + Oversampling, (_, _) => random.NextDouble() - 0.5).QR().Q;
        for (var round = 0; round < Rounds; round++) right = Back(rows, Forth(rows, right).QR().Q).QR().Q;
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

    /// <summary>Texts × words times words × k.</summary>
    private static Matrix<double> Forth((int Column, double Weight)[][] rows, Matrix<double> right)
    {
        var product = Matrix<double>.Build.Dense(rows.Length, right.ColumnCount);
        for (var k = 0; k < right.ColumnCount; k++)
            for (var row = 0; row < rows.Length; row++)
            {
                var sum = 0.0;
                foreach (var (column, weight) in rows[row]) sum += weight * right.At(column, k);
                product.At(row, k, sum);
            }
        return product;
    }

    /// <summary>Words × texts times texts × k.</summary>
    private Matrix<double> Back((int Column, double Weight)[][] rows, Matrix<double> left)
    {
        var product = Matrix<double>.Build.Dense(words.Words, left.ColumnCount);
        for (var k = 0; k < left.ColumnCount; k++)
            for (var row = 0; row < rows.Length; row++)
                foreach (var (column, weight) in rows[row]) product.At(column, k, product.At(column, k) + (weight * left.At(row, k)));
        return product;
    }
}
