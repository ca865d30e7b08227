using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks.Analyzers;

/// <summary>One run of the C# compiler, as a build starts it.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="AnalyzerSeconds">Seconds of each analyzer, by its full name, as <c>-reportanalyzer</c> tells them.</param>
/// <param name="Reported">How often each rule reported.</param>
/// <param name="GeneratorSeconds">Seconds of this repository's generator; 0 where it did not run.</param>
/// <param name="FilesOfGenerator">The files that it made.</param>
internal sealed partial record CompilerRun(
    double Seconds,
    IReadOnlyDictionary<string, double> AnalyzerSeconds,
    IReadOnlyDictionary<string, int> Reported,
    double GeneratorSeconds,
    IReadOnlyList<string> FilesOfGenerator)
{
    private const string Generator = "LongRun.Generators";

    /// <summary>Seconds of this repository's rules together.</summary>
    public double Rules => AnalyzersOf("LongRun").Sum(static a => a.Value);

    /// <summary>Seconds of each analyzer whose namespace begins so.</summary>
    public IEnumerable<KeyValuePair<string, double>> AnalyzersOf(string owner) => AnalyzerSeconds.Where(a => a.Key.StartsWith(owner + ".", StringComparison.Ordinal));

    /// <summary>Compiles, with the generators that every project has.</summary>
    /// <param name="folder">Where its files go.</param>
    /// <param name="sources">The files to compile.</param>
    /// <param name="references">What they refer to.</param>
    /// <param name="analyzers">Assemblies with analyzers or generators; none: as with <c>RunAnalyzers=false</c>.</param>
    /// <param name="isParallel">
    /// Whether with as many threads as the compiler likes. The seconds of an analyzer are those on the clock, so with more
    /// threads than cores they count the waiting for a core too.
    /// </param>
    /// <exception cref="WrongAnswerException">The compiler failed.</exception>
    public static async Task<CompilerRun> StartAsync(string folder, IEnumerable<string> sources, IEnumerable<string> references, IReadOnlyCollection<string> analyzers, bool isParallel = true)
    {
        string log = Path.Combine(folder, "log.sarif");
        string response = Path.Combine(folder, "compile.rsp");
        string generated = Path.Combine(folder, "generated");
        if (Directory.Exists(generated))
        {
            Directory.Delete(generated, recursive: true);
        }

        Directory.CreateDirectory(generated);
        string[] lines =
        [
            "-target:library", "-nullable:enable", "-langversion:latest", "-optimize-", "-debug:portable", "-nologo", "-noconfig", "-deterministic", "-reportanalyzer", isParallel ? "-parallel+" : "-parallel-", analyzers.Count == 0 ? "-skipanalyzers+" : "-skipanalyzers-",
            $"-out:\"{Path.Combine(folder, "Consumer.dll")}\"", $"-generatedfilesout:\"{generated}\"", $"-errorlog:\"{log}\",version=2.1",
            .. references.Select(static r => $"-r:\"{r}\""),
            .. Directory.GetFiles(BuildFact.Of("FrameworkGenerators"), "*.dll").Concat(analyzers).Select(static a => $"-a:\"{a}\""),
            .. sources.Select(static s => $"\"{s}\""),
        ];
        await File.WriteAllLinesAsync(response, lines);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { "exec", BuildFact.Of("Compiler"), $"@{response}" } };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        long startedAt = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new WrongAnswerException("dotnet could not be started.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new WrongAnswerException($"The compiler failed:\n{output}");
        }

        Match generator = GeneratorLine.Match(output);
        string files = Path.Combine(generated, Generator);
        return new CompilerRun(
            seconds,
            Times(output),
            await ReportedAsync(log),
            generator.Success ? double.Parse(generator.Groups["seconds"].Value, CultureInfo.InvariantCulture) : 0,
            Directory.Exists(files) ? Directory.GetFiles(files, "*.cs", SearchOption.AllDirectories) : []);
    }

    // "   0.123    4      LongRun.Analyzers.Values.ValueAnalyzer (LRO2001, …)"; less than a millisecond is "<0.001".
    [GeneratedRegex(@"^\s+<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<name>[\w.]+)(?<ids> \((?<list>[^)]*)\))", RegexOptions.Multiline)]
    private static partial Regex AnalyzerLine { get; }

    [GeneratedRegex(@"^\s+<?(?<seconds>\d+\.\d+)\s+<?\d+\s+LongRun\.Generators\.OperationGenerator", RegexOptions.Multiline)]
    private static partial Regex GeneratorLine { get; }

    private static Dictionary<string, double> Times(string output)
    {
        var times = new Dictionary<string, double>();
        foreach (Match match in AnalyzerLine.Matches(output))
        {
            string key = $"{match.Groups["name"].Value} ({match.Groups["list"].Value})";
            times[key] = double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        }

        return times;
    }

    private static async Task<Dictionary<string, int>> ReportedAsync(string log)
    {
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(log));
        return document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .GroupBy(static r => r.GetProperty("ruleId").GetString()!)
            .ToDictionary(static g => g.Key, static g => g.Count());
    }
}
