using System.Diagnostics;

namespace ContextureDsl.PackageConsumption;

/// <summary>Packs the library once, into a folder of its own, as a release would; consumers restore it from there.</summary>
public sealed class PackedLibrary : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("contexture-package-").FullName;

    /// <summary>Packs with a version that no cache has seen.</summary>
    public PackedLibrary()
    {
        Version = $"0.1.0-consumed.{DateTime.UtcNow:yyyyMMddHHmmss}";
        Feed = Path.Combine(root, "feed");
        Directory.CreateDirectory(Feed);
        var project = Path.Combine(Repository, "src", "ContextureDsl", "ContextureDsl.csproj");
        Dotnet(root, $"pack \"{project}\" -c Release -o \"{Feed}\" --artifacts-path \"{Path.Combine(root, "artifacts")}\" -p:Version={Version} -nodeReuse:false --nologo -v quiet");
        PackageFile = Path.Combine(Feed, $"ContextureDsl.{Version}.nupkg");
    }

    /// <summary>The packed version.</summary>
    public string Version { get; }

    /// <summary>The folder that serves as package source.</summary>
    public string Feed { get; }

    /// <summary>The package.</summary>
    public string PackageFile { get; }

    /// <summary>Root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Makes an empty folder with a package source configuration for one consumer.</summary>
    public string CreateConsumer(string name)
    {
        var folder = Path.Combine(root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root, "packages")}" /></config>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{UserPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        // Stops MSBuild from walking up into whatever lies above the temporary folder.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        return folder;
    }

    /// <summary>Runs the .NET command line and gives what it printed; fails the test with all of it if the exit code is not zero.</summary>
    public static string Dotnet(string folder, string arguments) => Run(folder, "dotnet", arguments);

    /// <summary>Runs a program and gives what it printed; fails the test with all of it if the exit code is not zero.</summary>
    public static string Run(string folder, string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.Ordinal) && key != "MSBUILDDISABLENODEREUSE").ToList())
            start.Environment.Remove(inherited);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {arguments} ended with {process.ExitCode}:\n{output}\n{errors.Result}");
        return output;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContextureDsl.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"ContextureDsl.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
