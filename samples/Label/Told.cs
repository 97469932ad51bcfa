using ContextureDsl;

/// <summary>A numeral is seen with the digit that it is said to be: ten classes, nine functions.</summary>
[Contexture]
public sealed partial class Told : Contexture<int, int>.From<Numeral>
{
    protected override Context<int, int> Define(Events<Numeral> numerals) => numerals.Where(n => n.Digit != null).Input(n => n.Id).Label(n => n.Digit!.Value);
}
