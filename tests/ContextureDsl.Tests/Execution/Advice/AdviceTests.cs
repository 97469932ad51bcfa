using ContextureDsl.Observation;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>What is advised where it is known what is right.</summary>
public class AdviceTests
{
    [Fact]
    public void Of_two_parts_that_say_different_things_a_mix_is_chosen()
    {
        var advice = Planted.Advise(null, Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2));
        Assert.StartsWith("Mix.", advice.Chosen!.Formula, StringComparison.Ordinal);
        Assert.Equal([true, true], advice.Parts.Select(part => part.IsRecognisable));
        Assert.All(advice.Candidates.Take(2), alone => Assert.True(alone.Score < advice.Chosen.Score - 0.05));
        Assert.StartsWith(advice.Chosen.Formula + ": tells held-out pairs from chance pairs", advice.Reason, StringComparison.Ordinal);
        Assert.Contains("one alone 0.", advice.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Beside_noise_what_is_informative_is_taken_alone(bool noiseFirst)
    {
        ObservedPart<int>[] parts = [Planted.Groups(x => x % 4, 4, 1), Planted.Noise(2)];
        if (noiseFirst) Array.Reverse(parts);
        var advice = Planted.Advise(null, parts);
        Assert.Equal(noiseFirst ? "two" : "one", advice.Chosen!.Formula);
        Assert.Equal([!noiseFirst, noiseFirst], advice.Parts.Select(part => part.IsRecognisable));
        Assert.Contains("nothing to add", advice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_recognised_there_is_no_advice()
    {
        var advice = Planted.Advise(null, Planted.Noise(1), Planted.Noise(2));
        Assert.Null(advice.Chosen);
        Assert.StartsWith("No advice: ", advice.Reason, StringComparison.Ordinal);
        Assert.All(advice.Candidates, candidate => Assert.InRange(candidate.Score, 0.42, 0.58));
    }

    [Fact]
    public void A_part_that_says_the_same_with_fewer_errors_is_not_mixed_with_the_other()
    {
        var advice = Planted.Advise(null, Planted.Groups(x => x % 4, 4, 1, events: 20), Planted.Groups(x => x % 4, 4, 2, events: 2, firmness: 0.6));
        Assert.InRange(advice.Candidates[0].Score, advice.Candidates.Max(candidate => candidate.Score) - 0.02, 1);
        Assert.True(advice.Candidates[0].Score > advice.Candidates[1].Score + 0.05);
    }

    [Fact]
    public void What_the_spectrum_of_a_part_says_is_said()
    {
        var advice = Planted.Advise(Planted.Ranked(8), Planted.Chain(), Planted.Groups(x => x / 60, 4, 2, events: 3));
        Assert.StartsWith("too strong alone: its 8 leading singular values are all ", advice.Parts[0].Remark, StringComparison.Ordinal);
        Assert.Null(advice.Parts[1].Remark);
        Assert.EndsWith("; one is " + advice.Parts[0].Remark + ".", advice.Reason, StringComparison.Ordinal);
        Assert.StartsWith("too weak alone: its own vectors", Planted.Advise(null, Planted.Groups(x => x % 4, 4, 1), Planted.Noise(2, events: 3)).Parts[1].Remark, StringComparison.Ordinal);
        Assert.StartsWith("too weak alone: its largest singular value is 0.", Planted.Advise(null, Planted.Groups(x => x % 4, 4, 1), Planted.Noise(2, events: 30)).Parts[1].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_parts_and_mixes_of_two_in_their_order()
    {
        var advice = Planted.Advise(Planted.Ranked(4) with { Repeats = 1, Weights = [0.25] }, Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2));
        Assert.Equal(["one", "two", "Mix.Convex((0.25, one), (0.75, two))", "Mix.Convolve(one, then: two)", "Mix.Convolve(two, then: one)", "Mix.Concatenate(one, two)"], advice.Candidates.Select(candidate => candidate.Formula));
        Assert.All(advice.Candidates, candidate =>
        {
            Assert.Equal(candidate.Formula.StartsWith("Mix.Concatenate", StringComparison.Ordinal) ? 8 : 4, candidate.SingularValues.Count);
            Assert.Null(candidate.Failure);
            Assert.Equal(candidate.Score, candidate.Recognition.Average(), 1e-12);
            Assert.InRange(candidate.StandardError, 1e-4, 0.05);
        });
    }

    [Fact]
    public void Of_three_parts_every_pair_and_all_are_tried_with_equal_weights()
    {
        var advice = Planted.Advise(Planted.Ranked(4) with { Repeats = 1 }, Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2), Planted.Noise(3));
        Assert.Equal(3 + 3 * 3 + 2, advice.Candidates.Count);
        Assert.Equal("Mix.Convex((0.333, one), (0.333, two), (0.333, three))", advice.Candidates[^2].Formula);
        Assert.Equal("Mix.Concatenate(one, two, three)", advice.Candidates[^1].Formula);
        Assert.False(advice.Parts[2].IsRecognisable);
        Assert.DoesNotContain("three", advice.Chosen!.Formula, StringComparison.Ordinal);
        Assert.Contains("nothing in three can be recognised", advice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_advice_on_any_number_of_threads()
    {
        ObservedPart<int>[] parts = [Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2)];
        string Told(long seed, int threads) => string.Join('|', Planted.Advise(Planted.Ranked(4, seed, threads), parts).Candidates.Select(candidate => FormattableString.Invariant($"{candidate.Score:R} {candidate.StandardError:R} {string.Join(' ', candidate.SingularValues)}")));
        Assert.Equal(Told(0, 1), Told(0, 1));
        Assert.Equal(Told(0, 1), Told(0, 3));
        Assert.NotEqual(Told(0, 1), Told(1, 1));
    }

    [Fact]
    public void Parts_with_fewer_functions_than_the_rank_give_what_they_have()
    {
        var advice = Planted.Advise(Planted.Ranked(30), Planted.Groups(x => x % 4, 4, 1), Tests.Association.Joints.Part(Enumerable.Range(0, Planted.Inputs).Select(x => (x, x % 4, 1.0))));
        Assert.Equal(3, advice.Candidates[1].SingularValues.Count);
        Assert.Equal(30, advice.Candidates[0].SingularValues.Count);
    }

    [Fact]
    public void It_tells_how_far_it_is_and_can_be_stopped()
    {
        ObservedPart<int>[] parts = [Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2)];
        var told = new Recorded();
        MixAdvice.Of(parts, ["one", "two"], Planted.Ranked(4) with { Repeats = 2 }, told);
        Assert.Equal(Enumerable.Range(0, 20).Select(done => ("advising", (long)done, (long?)20)), told.Reports.Where(report => report.Stage == "advising").Select(report => (report.Stage, report.Done, report.Total)));
        Assert.Equal(4, told.Reports.Count(report => report.Stage == "holding out"));
        Assert.Equal(20, told.Reports.Count(report => report.Stage == "advising, recognising"));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MixAdvice.Of(parts, ["one", "two"], cancellationToken: stop.Token));
    }

    [Theory]
    [InlineData("holding out")]
    [InlineData("advising, recognising")]
    public void It_can_be_stopped_in_every_step(string stage)
    {
        ObservedPart<int>[] parts = [Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2)];
        using var stop = new CancellationTokenSource();
        var told = new Recorded(report => { if (report.Stage == stage) stop.Cancel(); });
        Assert.ThrowsAny<OperationCanceledException>(() => MixAdvice.Of(parts, ["one", "two"], Planted.Ranked(4), told, stop.Token));
        Assert.Equal(stage, told.Reports[^1].Stage);
    }

    [Fact]
    public void What_cannot_be_learnt_says_so_and_is_not_chosen()
    {
        var constant = Tests.Association.Joints.Part(Enumerable.Range(0, Planted.Inputs).Select(x => (x, 0, 1.0)));
        var advice = Planted.Advise(null, Planted.Groups(x => x % 3, 3, 1), constant);
        string[] failed = ["two", "Mix.Convolve(one, then: two)", "Mix.Convolve(two, then: one)", "Mix.Concatenate(one, two)"];
        Assert.Equal(failed, advice.Candidates.Where(candidate => candidate.Failure is not null).Select(candidate => candidate.Formula));
        Assert.All(advice.Candidates, candidate => Assert.Equal(candidate.Failure is null, candidate.SingularValues.Count > 0));
        Assert.Equal("one", advice.Chosen!.Formula);
        Assert.Null(advice.Parts[1].Remark);
        Assert.EndsWith($"; {string.Join(", ", failed)} could not be learnt.", advice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_null_are_those_that_are_tried_if_nothing_is_said()
    {
        var advice = Planted.Advise(Planted.Ranked(4) with { Repeats = 1, Weights = null }, Planted.Groups(x => x % 3, 3, 1), Planted.Groups(x => x / 3 % 3, 3, 2));
        Assert.Equal(["0.1", "0.3", "0.5", "0.7", "0.9"], advice.Candidates.Where(candidate => candidate.Formula.StartsWith("Mix.Convex((", StringComparison.Ordinal)).Select(candidate => candidate.Formula[12..15]));
    }

    [Fact]
    public void What_has_no_meaning_is_refused()
    {
        var part = Planted.Groups(x => x % 3, 3, 1);
        Assert.Contains("1 part ('one')", Assert.Throws<DeclarationException>(() => MixAdvice.Of([part], ["one"])).Message, StringComparison.Ordinal);
        Assert.Contains("2 parts and 1 names", Assert.Throws<DeclarationException>(() => MixAdvice.Of([part, part], ["one"])).Message, StringComparison.Ordinal);
        Assert.Contains("Repeats = 0", Assert.Throws<DeclarationException>(() => Planted.Advise(new() { Repeats = 0 }, part, part)).Message, StringComparison.Ordinal);
        Assert.Contains("Weights has 1", Assert.Throws<DeclarationException>(() => Planted.Advise(new() { Weights = [1] }, part, part)).Message, StringComparison.Ordinal);
        Assert.Throws<DisjointInputsException>(() => Planted.Advise(null, part, Tests.Association.Joints.Part([(1000, 1, 1), (1001, 2, 1)])));
    }
}
