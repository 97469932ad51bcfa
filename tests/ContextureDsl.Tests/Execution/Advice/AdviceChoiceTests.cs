using ContextureDsl.Execution;
using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>Which candidate is chosen where it is known how many held-out pairs each recognises.</summary>
public class AdviceChoiceTests
{
    private const int Questions = 1000;

    private static readonly DeclaredPart[] Parts = [new(0.5, new CountedNode("one", Planted.Noise(1)), "one"), new(0.5, new CountedNode("two", Planted.Noise(2)), "two")];
    private static readonly IReadOnlyList<MixCandidate> Candidates = MixCandidates.Of(Parts, ["one", "two"], [0.5], null);

    [Theory]
    [InlineData(new[] { 700, 700, 800, 600, 600, 805 }, "Mix.Convex((0.5, one), (0.5, two))", ", as Mix.Concatenate(one, two) (AUC 0.805 against 0.800), and is a context that can be mixed further (one alone 0.700, two alone 0.700).")]
    [InlineData(new[] { 700, 700, 600, 600, 804, 805 }, "Mix.Convolve(two, then: one)", "; take its vectors scaled (Embedding.Scaled), as it was compared.")]
    [InlineData(new[] { 700, 700, 720, 600, 600, 805 }, "Mix.Concatenate(one, two)", ": tells held-out pairs from chance pairs best (AUC 0.805; one alone 0.700, two alone 0.700).")]
    [InlineData(new[] { 803, 700, 800, 600, 600, 805 }, "one", "as the best mix, Mix.Concatenate(one, two) (AUC 0.805 against 0.803; two alone 0.700).")]
    [InlineData(new[] { 700, 700, 720, 850, 600, 600 }, "Mix.Convolve(one, then: two)", "; take its vectors scaled (Embedding.Scaled), as it was compared.")]
    public void A_concatenation_gives_way_to_a_context_that_is_as_good(int[] recognised, string chosen, string reason)
    {
        var choice = Choice(recognised, new string?[Candidates.Count]);
        Assert.Equal(chosen, Candidates[choice.Chosen].Formula);
        Assert.Contains(reason, Reason(choice, new string?[Candidates.Count]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_learnt_every_time_is_not_chosen()
    {
        string?[] failures = [null, null, null, "why", null, null];
        var choice = Choice([700, 700, 720, 850, 600, 600], failures);
        Assert.NotEqual(3, choice.Chosen);
        Assert.EndsWith("; Mix.Convolve(one, then: two) could not be learnt.", Reason(choice, failures), StringComparison.Ordinal);
    }

    private static AdviceChoice Choice(int[] recognised, string?[] failures) =>
        new(Candidates, [.. recognised.Select(hits => ((float[][])[Answers(hits), Answers(hits)]))], failures, 1);

    private static string Reason(AdviceChoice choice, string?[] failures) => new AdviceReason(Candidates, choice, [.. Parts.Select(part => new AdvisedPart(part.Name, Questions, true, null))], failures).Sentence();

    /// <summary>Candidates do not recognise the same pairs: a seed for each.</summary>
    private static float[] Answers(int hits)
    {
        var answers = Enumerable.Range(0, Questions).Select(i => i < hits ? 1f : 0f).ToArray();
        new Random(hits).Shuffle(answers);
        return answers;
    }
}
