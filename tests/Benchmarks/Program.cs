using System.Globalization;

namespace Benchmarks;

/// <summary>Runs the measurements that the command line names, or all, and says whether every bound holds.</summary>
internal static class Program
{
    private const int BoundMissed = 1;
    private const int WrongUse = 2;

    // A new measurement is a class of its own and a line here.
    private static readonly Measurement[] All =
    [
        new Call.CallMeasurement(),
        new Waits.WaitsMeasurement(),
        new Polling.PollingMeasurement(),
        new Build.BuildMeasurement(),
        new Documents.DocumentMeasurement(),
        new Documents.GeneratorMeasurement(),
        new Aot.AotMeasurement(),
        new Analyzers.AnalyzersMeasurement(),
    ];

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (!IsOptimized)
        {
            Console.Error.WriteLine("Unoptimised code says nothing about time or memory. Run with: dotnet run -c Release --project tests/Benchmarks");
            return WrongUse;
        }

        Measurement[] chosen = args.Length == 0 ? All : [.. All.Where(measurement => args.Contains(measurement.Name))];
        if (args.Any(static name => All.All(measurement => measurement.Name != name)))
        {
            Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks [-- name ...]");
            foreach (Measurement measurement in All)
            {
                Console.Error.WriteLine($"  {measurement.Name,-10} {measurement.Summary}");
            }

            return WrongUse;
        }

        Console.WriteLine(Machine.Describe());
        var report = new Report();
        foreach (Measurement measurement in chosen)
        {
            Console.WriteLine();
            Console.WriteLine($"{measurement.Name}: {measurement.Summary}");
            report.Begin(measurement.Name);
            try
            {
                await measurement.RunAsync(report);
            }
            catch (WrongAnswerException exception)
            {
                report.Wrong(exception.Message);
            }
        }

        Console.WriteLine();
        report.Print(Console.Out);
        Results.Write(report, All);
        return report.HoldsEverywhere ? 0 : BoundMissed;
    }

    private static bool IsOptimized =>
#if DEBUG
        false;
#else
        true;
#endif
}
