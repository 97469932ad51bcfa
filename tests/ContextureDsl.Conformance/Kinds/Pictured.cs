namespace ContextureDsl.Conformance.Kinds;

/// <summary>Declarations of crops, cutouts, patches and captions that the generator compiles as a whole.</summary>
internal static partial class Pictured
{
    [Contexture]
    internal sealed partial class Everywhere(double scale, int step, Codebook<Raster> codebook) : Contexture<int, Codeword>.From<Snapshot>
    {
        protected override Context<int, Codeword> Define(Events<Snapshot> snapshots) =>
            snapshots.Where(s => s.Id != 7).Input(s => s.Id).EveryCrop(s => s.Image, scale, step).Quantise(codebook).Weight(s => s.Weight);
    }

    [Contexture]
    internal sealed partial class EitherWay(double scale, Codebook<Raster> codebook) : Contexture<int, Codeword>.From<Snapshot>
    {
        protected override Context<int, Codeword> Define(Events<Snapshot> snapshots) =>
            snapshots.Input(s => s.Id).EveryCrop(s => s.Image, scale).Mirrored().Quantise(codebook);
    }

    [Contexture]
    internal sealed partial class Hidden(double scale, Codebook<Raster> codebook) : Contexture<int, Codeword>.From<Snapshot>
    {
        protected override Context<int, Codeword> Define(Events<Snapshot> snapshots) =>
            snapshots.Input(s => s.Id).EveryCutout(s => s.Image, scale).Quantise(codebook);
    }

    [Contexture]
    internal sealed partial class Drawn(double scale, double upTo, int draws, long seed, Codebook<Raster> codebook) : Contexture<int, Codeword>.From<Snapshot>
    {
        protected override Context<int, Codeword> Define(Events<Snapshot> snapshots) =>
            snapshots.Input(s => s.Id).Crops(s => s.Image, scale, draws, seed, upTo).Mirrored().Brightness(0.3).Quantise(codebook);
    }

    [Contexture]
    internal sealed partial class Tiled(Codebook<Raster> codebook) : Contexture<int, Codeword>.From<Snapshot>
    {
        protected override Context<int, Codeword> Define(Events<Snapshot> snapshots) => snapshots.Input(s => s.Id).ContextMany(s => s.Image, codebook);
    }

    [Contexture]
    internal sealed partial class Said(Codebook<Raster> codebook) : Contexture<Codeword, string>.From<Snapshot>
    {
        protected override Context<Codeword, string> Define(Events<Snapshot> snapshots) =>
            snapshots.Where(s => s.Words.Length > 0).InputMany(s => s.Image, codebook).ContextMany(s => s.Words).Weight(s => s.Weight);
    }
}
