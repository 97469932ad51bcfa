namespace ContextureDsl.Conformance.Declarations;

/// <summary>An enum of a small range; rows also hold −1, which it does not declare.</summary>
internal enum Colour
{
    Red,
    Green,
    Blue,
    Grey = 7,
}
