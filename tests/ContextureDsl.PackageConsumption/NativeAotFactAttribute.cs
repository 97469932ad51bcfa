using System.Runtime.InteropServices;

namespace ContextureDsl.PackageConsumption;

/// <summary>A test that publishes native code; skipped, with the reason, where the machine has no C linker to do it with.</summary>
public sealed class NativeAotFactAttribute : FactAttribute
{
    /// <summary>Looks for the linker that NativeAOT calls on Linux.</summary>
    public NativeAotFactAttribute()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) Skip = "NativeAOT is published on Linux only here.";
        else if (!OnPath("clang") && !OnPath("gcc")) Skip = "NativeAOT needs clang or gcc as linker, and neither is on the PATH.";
        else if (!File.Exists("/usr/include/zlib.h")) Skip = "NativeAOT needs the zlib headers (Debian: zlib1g-dev).";
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
