using ContextureDsl;

/// <summary>A numeral is seen with the ten that look most like it.</summary>
[Contexture(Rank = 9)]
public sealed partial class Seen : Contexture<int, int>.From<Numeral>
{
    protected override Context<int, int> Define(Events<Numeral> numerals) => numerals.Input(n => n.Id).Features(n => n.Pixels).Nearest(10);
}
