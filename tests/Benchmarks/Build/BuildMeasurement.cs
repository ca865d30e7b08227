namespace Benchmarks.Build;

/// <summary>Which tools a build starts: first, with nothing changed, and after an edit of the document.</summary>
/// <remarks>Counted are the tasks that MSBuild reports to a logger, not words in its output. Times are shown and not judged.</remarks>
internal sealed class BuildMeasurement : Measurement
{
    private const string Project = "src/TwelveLabs.Client/TwelveLabs.Client.csproj";
    private const string Document = "spec/twelvelabs.v1.2.openapi.yaml";

    // The spec step and NSwag, once for both target frameworks.
    private const int ToolsOfAGeneration = 2;

    public override string Name => "build";

    public override string Summary => "tools started by a build of the client, in a copy of the sources";

    public override async Task RunAsync(Report report)
    {
        using RepositoryCopy copy = RepositoryCopy.Create();
        BuildRun first = BuildRun.Of(copy.PathOf(Project));
        BuildRun second = BuildRun.Of(copy.PathOf(Project));
        await File.AppendAllTextAsync(copy.PathOf(Document), "\n# edited\n");
        BuildRun edited = BuildRun.Of(copy.PathOf(Project));
        BuildRun last = BuildRun.Of(copy.PathOf(Project));

        Judge(report, "first build", first, ToolsOfAGeneration);
        Judge(report, "nothing changed", second, 0);
        Judge(report, "document edited", edited, ToolsOfAGeneration);
        Judge(report, "nothing changed again", last, 0);
        report.Judge("compilations with nothing changed", $"{second.Compilations}", "= 0", second.Compilations == 0);
    }

    private static void Judge(Report report, string situation, BuildRun run, int expected)
    {
        report.Judge($"{situation}: tools started", $"{run.Tools.Count}", $"= {expected}", run.Tools.Count == expected);
        report.Add($"{situation}: time", $"{run.Time.TotalSeconds:N1} s");
    }
}
