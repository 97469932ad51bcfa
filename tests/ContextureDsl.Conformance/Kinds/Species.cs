namespace ContextureDsl.Conformance.Kinds;

/// <summary>Classes as an enum.</summary>
public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
    Sibirica,
}
