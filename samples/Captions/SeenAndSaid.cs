using ContextureDsl;

/// <summary>What is seen by what is said of it: X is a kind of patch of a picture and where it is, A a word of the picture's keywords.</summary>
[Contexture(Rank = 64, Tolerance = 1e-4, MinimumCount = 40)]
public sealed partial class SeenAndSaid : Contexture<Codeword, string>.From<Emoji>
{
    protected override Context<Codeword, string> Define(Events<Emoji> emoji) =>
        emoji.InputMany(e => e.Image, Codebook.Patches(side: 8, codewords: 512, stride: 4, places: 4))
             .ContextMany(e => e.Words);
}
