namespace ContextureDsl.Conformance.Declarations;

/// <summary>The attribute form, with all four attributes.</summary>
[Contexture(Rank = 5, Precision = Precision.Double, Duplicates = Duplicates.Largest, Population = Population.Uniform)]
internal sealed partial record Stay(
    [property: Input] string Guest,
    [property: ContextVariable] (int House, Colour Room) Where,
    [property: Weight] decimal Nights,
    [property: Time(HalfLifeDays = 15)] DateTimeOffset Arrival);
