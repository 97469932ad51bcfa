/// <summary>A letter drawn by hand.</summary>
/// <param name="Number">Its position in the file.</param>
/// <param name="Inked">The cells of a 7 × 7 grid that have ink in them.</param>
/// <param name="Drawer">Which of twenty people drew it; everybody drew every letter once.</param>
/// <param name="Alphabet">One of five alphabets.</param>
public sealed record Character(int Number, int[] Inked, string Drawer, string Alphabet);
