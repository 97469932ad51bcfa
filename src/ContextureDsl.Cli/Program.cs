using System.Runtime.InteropServices;
using System.Text;
using ContextureDsl.Cli;

// Pure UTF-8 without a mark, whatever the console of the machine prefers: numbers and labels are piped into other programs.
if (Console.IsOutputRedirected || !OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C stops in good order; a second one is left to the system.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
});
return Application.Run(args, Console.Out, Console.Error, showProgress: !Console.IsErrorRedirected, stop.Token);
