using System.Runtime.InteropServices;
using TwelveLabs.Simulator;

if (!ProgramArguments.TryParse(args, out ProgramArguments? arguments, out string? problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(ProgramArguments.Usage);
    return 2;
}

if (arguments.ShowsHelp)
{
    Console.WriteLine(ProgramArguments.Usage);
    return 0;
}

TwelveLabsSimulator simulator;
try
{
    simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Port = arguments.Port, Speed = arguments.Speed });
}
catch (IOException e)
{
    Console.Error.WriteLine($"Port {arguments.Port} cannot be used: {e.Message}");
    return 1;
}

await using (simulator)
{
    Console.WriteLine($"Simulated Twelve Labs platform, API v1.2, {arguments.Speed} times faster than life. Not the real one: everything is made up.");
    Console.WriteLine($"Base URL: {simulator.BaseUrl}");
    Console.WriteLine($"Any key but 'invalid-key' works. Controls: {simulator.RootUrl}__simulator/faults. Stop with Ctrl+C.");

    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}
