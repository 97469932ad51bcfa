using System.Globalization;
using ContextureDsl.Cli;

namespace ContextureDsl.Tests.Cli;

/// <summary>Runs the command line within the test.</summary>
internal static class CommandLine
{
    public static (int Code, string Output, string Error) Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    public static (int Code, string Output, string Error) Run(CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = Application.Run(arguments, output, error, showProgress: false, stop);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>What a successful command wrote; it must not have complained.</summary>
    public static string Output(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return output;
    }

    /// <summary>The message of a command that must refuse its input: one line, nothing on the standard output, no stack trace.</summary>
    public static string Refusal(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Single(error.TrimEnd().Split('\n'));
        return error;
    }
}
