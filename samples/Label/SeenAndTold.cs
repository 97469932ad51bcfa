using ContextureDsl;

/// <summary>Half by what it looks like, half by what it is said to be: functions that follow the strokes as far as they tell the digits apart.</summary>
[Contexture(Rank = 9)]
public sealed partial class SeenAndTold : Contexture<int>.From<Numeral>
{
    protected override Context<int> Define(Events<Numeral> numerals) => Mix.Convex(
        numerals.Input(n => n.Id).Features(n => n.Pixels).Nearest(10),
        numerals.Where(n => n.Digit != null).Input(n => n.Id).Label(n => n.Digit!.Value));
}
