namespace ContextureDsl.Observation;

/// <summary>A look at an image: a block of it, or all but a block.</summary>
/// <param name="Left">First column of the block, in the image as it is after mirroring.</param>
/// <param name="Top">First row of the block.</param>
/// <param name="Width">Columns of the block.</param>
/// <param name="Height">Rows of the block.</param>
/// <param name="Hides">Whether the block is black in the whole image; otherwise only the block is seen.</param>
/// <param name="Mirrored">Whether the image is mirrored, left to right, before anything else.</param>
/// <param name="Brightness">Factor of all pixels; what exceeds the largest byte is cut off.</param>
internal readonly record struct View(int Left, int Top, int Width, int Height, bool Hides = false, bool Mirrored = false, float Brightness = 1)
{
    /// <summary>The cell of a grid in which the middle of the block lies, from 1; 0 for no grid.</summary>
    public int Place(int cells, int imageWidth, int imageHeight)
    {
        if (cells == 0) return 0;
        var column = (int)((2L * Left + Width) * cells / (2L * imageWidth));
        var row = (int)((2L * Top + Height) * cells / (2L * imageHeight));
        return 1 + Math.Min(row, cells - 1) * cells + Math.Min(column, cells - 1);
    }
}
