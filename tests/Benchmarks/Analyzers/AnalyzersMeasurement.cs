namespace Benchmarks.Analyzers;

/// <summary>What the rules add to the compiler's time, on programs that are made for it.</summary>
internal sealed class AnalyzersMeasurement : Measurement
{
    private const int Files = 200;
    private const int Factor = 5;
    private const int Rounds = 5;

    // Share of the compiler's time without analyzers.
    private const double MaxShare = 0.03;
    private const double MaxShareWithoutCalls = 0.01;

    // Five times the code may cost a tenth more than five times as much.
    private const double MaxGrowth = 5.5;

    public override string Name => "analyzers";

    public override string Summary => "what the rules add to the compiler's time";

    public override async Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        await RunAsync(report, folder.Root);
    }

    private static async Task RunAsync(Report report, string folder)
    {
        string[] framework = [.. Directory.GetFiles(BuildFact.Of("Framework"), "*.dll")];
        string[] withClient = [.. framework, .. BuildFact.Of("Client").Split(';')];
        string[] rules = [BuildFact.Of("Rules")];

        var usual = new ConsumerCode(Files, callsClient: true);
        IReadOnlyList<string> sources = usual.Write(Path.Combine(folder, "usual"));
        List<CompilerRun> plain = [];
        List<CompilerRun> checkedRuns = [];
        for (int round = 0; round < Rounds; round++)
        {
            plain.Add(await CompilerRun.StartAsync(folder, sources, withClient, []));
            checkedRuns.Add(await CompilerRun.StartAsync(folder, sources, withClient, rules));
            CheckCounts(usual, checkedRuns[^1]);
        }

        double share = Middle.Of(plain.Zip(checkedRuns, static (without, with) => with.Rules / without.Seconds));
        report.Add("compiler without rules", $"{Middle.Of(plain.Select(static r => r.Seconds)):N2} s");
        report.Add($"rules on {Files} files, {Files * ConsumerCode.CallsOfFile} calls, {usual.Loops} loops", $"{Middle.Of(checkedRuns.Select(static r => r.Rules)):N3} s");
        report.Judge("rules / compiler", $"{share:P2}", $"≤ {MaxShare:P0}", share <= MaxShare);

        double alone = Middle.Of(await RatiosAsync(folder, sources, withClient, rules, isParallel: false));
        report.Judge("rules / compiler, both with one thread", $"{alone:P2}", $"≤ {MaxShare:P0}", alone <= MaxShare);

        await CompareAsync(report, folder, sources, withClient, rules);

        var idle = new ConsumerCode(Files, callsClient: false);
        sources = idle.Write(Path.Combine(folder, "idle"));
        double idleShare = Middle.Of(await RatiosAsync(folder, sources, withClient, rules));
        report.Judge("rules / compiler, client never called", $"{idleShare:P2}", $"≤ {MaxShareWithoutCalls:P0}", idleShare <= MaxShareWithoutCalls);

        var large = new ConsumerCode(Files * Factor, callsClient: true);
        sources = large.Write(Path.Combine(folder, "large"));
        CompilerRun of = await CompilerRun.StartAsync(folder, sources, withClient, rules);
        CheckCounts(large, of);
        double growth = of.Rules / Middle.Of(checkedRuns.Select(static r => r.Rules));
        report.Judge($"rules on {Factor} times the code", $"{growth:N2}×", $"≤ {MaxGrowth}×", growth <= MaxGrowth);
    }

    /// <summary>Each rule against the median rule of a well-known package, in the same run.</summary>
    private static async Task CompareAsync(Report report, string folder, IReadOnlyList<string> sources, string[] references, string[] rules)
    {
        CompilerRun both = await CompilerRun.StartAsync(folder, sources, references, [.. rules, .. BuildFact.Of("OtherRules").Split(';')]);
        KeyValuePair<string, double>[] others = [.. both.AnalyzersOf("Meziantou")];
        if (others.Length == 0)
        {
            throw new WrongAnswerException("The rules to compare with did not run.");
        }

        double median = Middle.Of(others.Select(PerRule));
        double dearest = both.AnalyzersOf("LongRun").Max(PerRule);
        report.Add("median rule of Meziantou.Analyzer", $"{median * 1000:N1} ms");
        report.Add("all rules of Meziantou.Analyzer", $"{others.Length} analyzers, {others.Sum(static a => a.Value):N2} s");
        report.Add("all rules here, in the same run", $"{both.Rules:N2} s");
        report.Judge("dearest rule, in the same run", $"{dearest * 1000:N1} ms", "≤ that median", dearest <= median);
    }

    // An analyzer that runs several rules walks once for all of them.
    private static double PerRule(KeyValuePair<string, double> analyzer) => analyzer.Value / analyzer.Key.Split(',').Length;

    private static async Task<IEnumerable<double>> RatiosAsync(string folder, IReadOnlyList<string> sources, string[] references, string[] rules, bool isParallel = true)
    {
        List<double> ratios = [];
        for (int round = 0; round < Rounds; round++)
        {
            CompilerRun without = await CompilerRun.StartAsync(folder, sources, references, [], isParallel);
            CompilerRun with = await CompilerRun.StartAsync(folder, sources, references, rules, isParallel);
            ratios.Add(with.Rules / without.Seconds);
        }

        return ratios;
    }

    private static void CheckCounts(ConsumerCode code, CompilerRun run)
    {
        Dictionary<string, int> found = run.Reported.Where(static r => r.Key.StartsWith("LRO", StringComparison.Ordinal)).ToDictionary();
        if (!found.OrderBy(static f => f.Key, StringComparer.Ordinal).SequenceEqual(code.Expected))
        {
            throw new WrongAnswerException($"Reported were {string.Join(", ", found)}, expected {string.Join(", ", code.Expected)}.");
        }
    }
}
