using Xunit;

namespace ContextureDsl.Tests;

public sealed class LabelledVectorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_encoder_file_gives_the_vectors_of_its_inputs_in_their_convention()
    {
        var learned = DenseLearned.Of(["a", "b", "c", "d"], [1, 2, 3], DenseLearned.RandomJoint(4, 3, 1), 2, Precision.Single, Embedding.Scaled);
        learned.Save(folder["x.contexture"]);
        var read = LabelledVectors.Open(folder["x.contexture"]);
        Assert.Equal(["a", "b", "c", "d"], read.Labels);
        Assert.Equal(learned.Encoder["b"].ToArray(), read["b"].ToArray());
        Assert.Equal(learned.Encoder.Nearest("b", 2), read.Nearest("b", 2));
    }

    [Fact]
    public void Keys_of_other_types_are_labelled()
    {
        Check([-1, 2, 3], ["-1", "2", "3"]);
        Check([ulong.MaxValue, 0ul, 1ul], ["18446744073709551615", "0", "1"]);
        Check([false, true], ["False", "True"]);
        Check(['x', 'ü', '\''], ["x", "ü", "'"]);
        Check([new DateOnly(2024, 2, 29), new DateOnly(1, 1, 1)], ["2024-02-29", "0001-01-01"]);
        Check([DayOfWeek.Monday, DayOfWeek.Sunday], ["1", "0"]);
        Check([Guid.Empty, Guid.AllBitsSet], ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"]);

        void Check<T>(T[] keys, string[] labels)
            where T : notnull
        {
            DenseLearned.Of(keys, [1, 2, 3], DenseLearned.RandomJoint(keys.Length, 3, 1), 1).Save(folder["x"]);
            Assert.Equal(labels, LabelledVectors.Open(folder["x"]).Labels);
        }
    }
}
