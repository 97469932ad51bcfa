namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations over features and teachers that the generator compiles as a whole.</summary>
internal static partial class Featured
{
    [Contexture]
    internal sealed partial class Rbf(double gamma) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Input(r => r.Name).Features(r => r.Numbers).Rbf(gamma);
    }

    [Contexture]
    internal sealed partial class Laplacian(double gamma) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Input(r => r.Name).Features(r => [r.Numbers[0], r.Numbers[^1]]).Laplacian(gamma);
    }

    [Contexture]
    internal sealed partial class Nearest(int count, bool self) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Where(r => r.Name != "p2").Input(r => r.Name).Features(r => r.Numbers).Nearest(count, self);
    }

    [Contexture]
    internal sealed partial class Standardised(double gamma) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Input(r => r.Name).Features(r => r.Vector).Standardised().Rbf(gamma);
    }

    [Contexture]
    internal sealed partial class MaskedRbf(double gamma, double hidden, int masks, long seed) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Input(r => r.Name).Features(r => r.Numbers).MaskedRbf(gamma, hidden, masks, seed);
    }

    [Contexture]
    internal sealed partial class MaskedNearest(int count, double hidden, int masks, long seed) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) => rows.Input(r => r.Name).Features(r => r.Numbers).MaskedNearest(count, hidden, masks, seed);
    }

    [Contexture]
    internal sealed partial class Walk(double power, bool zeroDiagonal) : Contexture<string, string>.From<Measured>
    {
        protected override Context<string, string> Define(Events<Measured> rows) =>
            rows.Input(r => r.Name).Features(r => r.Numbers).Kernel((x, a) => Math.Pow(1 + Math.Abs(x[0] - a[^1]), power), zeroDiagonal);
    }

    [Contexture]
    internal sealed partial class Teacher(double threshold) : Contexture<string, Corner>.From<Measured>
    {
        protected override Context<string, Corner> Define(Events<Measured> rows) => rows.Input(r => r.Name).Teacher(r => r.Numbers, threshold);
    }

    [Contexture]
    internal sealed partial class Target : Contexture<string, Corner>.From<Measured>
    {
        protected override Context<string, Corner> Define(Events<Measured> rows) => rows.Input(r => r.Name).Target(r => r.Numbers[0]);
    }
}
