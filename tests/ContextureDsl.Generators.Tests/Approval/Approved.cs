using System.Runtime.CompilerServices;

namespace ContextureDsl.Generators.Tests.Approval;

/// <summary>
/// Compares a text with the reviewed one beside the tests, by the conventions of the Verify package: <c>NAME.verified.cs</c> is reviewed and committed, and on a mismatch
/// <c>NAME.received.cs</c> is written beside it, to be looked at and moved over. That package can take over by a change of this class alone.
/// </summary>
internal static class Approved
{
    /// <summary>Fails unless the reviewed file of this name says the same.</summary>
    public static void Is(string received, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        if (!Directory.Exists(folder)) folder = Path.GetDirectoryName(testFile)!;
        var verifiedFile = Path.Combine(folder, name + ".verified.cs");
        var receivedFile = Path.Combine(folder, name + ".received.cs");
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }
        File.WriteAllText(receivedFile, received);
        Assert.Fail(verified is null
            ? $"There is no reviewed text yet. Review {receivedFile} and rename it to {verifiedFile}."
            : $"{FirstDifference(verified, received)}\nCompare {receivedFile} with {verifiedFile}; if the new text is right, let it take the other's place.");
    }

    private static string FirstDifference(string verified, string received)
    {
        var expected = verified.Split('\n');
        var actual = received.Split('\n');
        for (var i = 0; i < Math.Min(expected.Length, actual.Length); i++)
            if (expected[i] != actual[i]) return $"Line {i + 1} was\n  {expected[i]}\nand is\n  {actual[i]}";
        return $"There were {expected.Length} lines, there are {actual.Length}.";
    }
}
