using System.Diagnostics;
using ContextureDsl.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Tests.Shapes;

/// <summary>Emitted operators on processors with fewer registers than this one: a process of its own, in which the runtime hides them.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void CompiledIsInterpretedWithout(string feature)
    {
        var folder = Directory.CreateTempSubdirectory("contexture-hardware-").FullName;
        try
        {
            Write(folder, Samples.Session);
            Assert.Equal("", Run(folder, feature));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string sample)
    {
        var output = Generation.Of(sample, "public static class Program { public static void Main() => Console.Write(Sample.Run()); }").Output;
        using (var image = File.Create(Path.Combine(folder, "Sample.dll")))
            Assert.True(output.WithOptions(output.Options.WithOutputKind(OutputKind.ConsoleApplication)).Emit(image).Success);
        foreach (var library in new[] { "ContextureDsl.dll", "MathNet.Numerics.dll", "System.Numerics.Tensors.dll" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, library), Path.Combine(folder, library));
        File.WriteAllText(
            Path.Combine(folder, "Sample.runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
    }

    private static string Run(string folder, string feature)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Path.Combine(folder, "Sample.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [feature] = "0" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return text;
    }
}
