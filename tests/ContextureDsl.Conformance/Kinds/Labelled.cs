namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations of labels, channels and buckets that the generator compiles as a whole.</summary>
internal static partial class Labelled
{
    [Contexture]
    internal sealed partial class Hard : Contexture<int, Species>.From<Specimen>
    {
        protected override Context<int, Species> Define(Events<Specimen> specimens) => specimens.Input(s => s.Id).Label(s => s.Species).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Noisy(double error) : Contexture<int, Species>.From<Specimen>
    {
        protected override Context<int, Species> Define(Events<Specimen> specimens) =>
            specimens.Where(s => s.Id != 3).Input(s => s.Id).Label(s => s.Species, smoothing: error).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Mistaken(LabelChannel<Species> through) : Contexture<int, Species>.From<Specimen>
    {
        protected override Context<int, Species> Define(Events<Specimen> specimens) => specimens.Input(s => s.Id).Label(s => s.Species, through).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Soft : Contexture<int, Species>.From<Specimen>
    {
        protected override Context<int, Species> Define(Events<Specimen> specimens) => specimens.Input(s => s.Id).LabelMany(s => s.Guess).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Steps(double forward) : Contexture<int, int>.From<Specimen>
    {
        protected override Context<int, int> Define(Events<Specimen> specimens) =>
            specimens.Input(s => s.Id).Channel(id => Law.Of((id, 1 - forward), (id + 1, forward))).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Drawn(int draws, long seed) : Contexture<int, int>.From<Specimen>
    {
        protected override Context<int, int> Define(Events<Specimen> specimens) =>
            specimens.Input(s => s.Id).Sample((id, draw) => id + draw.Next(3), draws, seed).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class Sized(Buckets buckets) : Contexture<int, Bucket>.From<Specimen>
    {
        protected override Context<int, Bucket> Define(Events<Specimen> specimens) => specimens.Input(s => s.Id).Context(s => s.Size, buckets).Weight(s => s.Weight);
    }
}
