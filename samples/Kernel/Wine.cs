/// <summary>A white wine.</summary>
/// <param name="Id">Number of the line.</param>
/// <param name="Measurements">Acidity, sugar, chlorides, sulphur dioxide, density, pH, sulphates, alcohol: eleven numbers.</param>
/// <param name="Quality">What the tasters said, from 0 to 10.</param>
public sealed record Wine(int Id, double[] Measurements, float Quality);
