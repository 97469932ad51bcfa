namespace ContextureDsl;

/// <summary>A picture as numbers: rows from top to bottom, pixels from left to right, the channels of a pixel side by side, one byte each.</summary>
/// <param name="Pixels">Width · Height · Channels bytes. A reader of rows copies what it needs, so that a buffer may be used again for the next row.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue, 4 with opacity.</param>
/// <remarks>
/// The library decodes no files: any decoder that gives raw bytes will do, such as the managed StbImageSharp
/// (<c>var image = ImageResult.FromStream(stream, ColorComponents.RedGreenBlue); new Raster(image.Data, image.Width, image.Height, 3)</c>).
/// Sizes are checked where the raster is read, so that the message can name the event.
/// </remarks>
public readonly record struct Raster(ReadOnlyMemory<byte> Pixels, int Width, int Height, int Channels = 1);
