namespace ContextureDsl.Conformance.Oracle;

/// <summary>A row of the random data: several people see several things.</summary>
/// <param name="Who">Inputs; the first serves where a row has one.</param>
/// <param name="What">Context values; the first serves where a row has one.</param>
/// <param name="Count">Weight.</param>
/// <param name="Day">Days since a fixed date.</param>
public sealed record Visit(string[] Who, string[] What, double Count, double Day)
{
    /// <summary>The only or first input.</summary>
    public string Person => Who[0];

    /// <summary>The only or first context value.</summary>
    public string Thing => What[0];

    /// <summary>When it was.</summary>
    public DateTimeOffset At => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(Day);
}
