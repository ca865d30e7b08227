using Benchmarks.Analyzers;
using Benchmarks.Build;

namespace Benchmarks.Documents;

/// <summary>From a document to a client: what the way costs beside NSwag on its own.</summary>
/// <remarks>
/// The large document is the vendor's of v1.3, where it lies beside the repository: 539 kB, written by nobody here. It is not
/// ours to copy; without it one of the same size is made. NSwag's own output of it does not compile, so whole builds are
/// compared on the document of v1.2.
/// </remarks>
internal sealed class DocumentMeasurement : Measurement
{
    private const int Rounds = 5;
    private const int LargeDocument = 539_000;
    private const double MaxToolTime = 1.5;
    private const double MaxBuildTime = 1.3;
    private const double MaxMegabytes = 300;
    private const double MaxOutputMegabytes = 2.5;
    private const int MaxFiles = 20;

    // As RunDotNetTool has it.
    private static readonly (string, string) OfBuild = ("DOTNET_TieredPGO", "0");

    public override string Name => "document";

    public override string Summary => "making and building a client, beside NSwag on its own";

    public override async Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        await MeasureToolsAsync(report, folder.Root);
        MeasureBuilds(report, folder.Root);
    }

    private static async Task MeasureToolsAsync(Report report, string folder)
    {
        string document = BuildFact.Of("LargeDocument");
        string? overlay = RepositoryFolder.PathOf("spec/twelvelabs.v1.3.overlay.yaml");
        string name = "v1.3";
        if (!File.Exists(document))
        {
            document = Path.Combine(folder, "synthetic.yaml");
            SyntheticDocument.Write(document, LargeDocument);
            overlay = null;
            name = "made document";
        }

        string size = $"{name}, {new FileInfo(document).Length / 1000} kB";
        ClientProject ours = ClientProject.Ours(Path.Combine(folder, "ours-large"), document, overlay);
        ClientProject stock = ClientProject.Stock(Path.Combine(folder, "stock-large"), document);
        IReadOnlyList<BuildTask> tools = BuildRun.Of(ours.ProjectFile, "-c", "Release").Tools;
        BuildTask stockTool = BuildRun.Of(stock.ProjectFile, "-t:Restore;GenerateClient", "-c", "Release").Tools.Single();

        List<double> ratios = [];
        List<double> ofSpec = [];
        List<double> ofNSwag = [];
        List<double> ofGenerator = [];
        List<double> ofStock = [];
        double peak = 0;
        CompilerRun compiled = null!;
        for (int round = 0; round < Rounds; round++)
        {
            ToolRun spec = await ToolRun.StartAsync(tools[0].Command, OfBuild);
            ToolRun nswag = await ToolRun.StartAsync(tools[1].Command, OfBuild);
            ToolRun alone = await ToolRun.StartAsync(stockTool.Command);
            compiled = await ours.CompileAsync(folder);
            ofSpec.Add(spec.Seconds);
            ofNSwag.Add(nswag.Seconds);
            ofGenerator.Add(compiled.GeneratorSeconds);
            ofStock.Add(alone.Seconds);
            ratios.Add((spec.Seconds + nswag.Seconds + compiled.GeneratorSeconds) / alone.Seconds);
            peak = Math.Max(peak, Math.Max(spec.PeakMegabytes, nswag.PeakMegabytes));
        }

        report.Add($"{size}: spec step, NSwag, generator", $"{Middle.Of(ofSpec):N2} s, {Middle.Of(ofNSwag):N2} s, {Middle.Of(ofGenerator):N2} s");
        report.Add($"{size}: stock NSwag", $"{Middle.Of(ofStock):N2} s");
        report.Judge($"{size}: all three / stock NSwag", $"{Middle.Of(ratios):N2}×", $"≤ {MaxToolTime}×", Middle.Of(ratios) <= MaxToolTime);
        report.Judge($"{size}: memory of the spec step and NSwag", $"{peak:N0} MB", $"≤ {MaxMegabytes} MB", peak <= MaxMegabytes);

        string[] files = [.. ours.GeneratedFiles, .. compiled.FilesOfGenerator];
        double megabytes = files.Sum(static f => new FileInfo(f).Length) / 1e6;
        report.Judge($"{size}: source of the client", $"{megabytes:N2} MB", $"≤ {MaxOutputMegabytes} MB", megabytes <= MaxOutputMegabytes);
        report.Judge($"{size}: files of the client", $"{files.Length}", $"≤ {MaxFiles}", files.Length <= MaxFiles);
    }

    private static void MeasureBuilds(Report report, string folder)
    {
        string document = RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml");
        ClientProject ours = ClientProject.Ours(Path.Combine(folder, "ours"), document);
        ClientProject stock = ClientProject.Stock(Path.Combine(folder, "stock"), document);
        foreach (ClientProject project in new[] { ours, stock })
        {
            BuildRun.Of(project.ProjectFile, "-c", "Release");
        }

        List<double> ofOurs = [];
        List<double> ofStock = [];
        for (int round = 0; round < Rounds; round++)
        {
            ours.Clean();
            ofOurs.Add(BuildRun.Of(ours.ProjectFile, "-c", "Release", "--no-restore").Time.TotalSeconds);
            stock.Clean();
            ofStock.Add(BuildRun.Of(stock.ProjectFile, "-c", "Release", "--no-restore").Time.TotalSeconds);
        }

        double ratio = Middle.Of(ofOurs.Zip(ofStock, static (mine, theirs) => mine / theirs));
        report.Add("v1.2: clean build of the client, of stock NSwag's", $"{Middle.Of(ofOurs):N2} s, {Middle.Of(ofStock):N2} s");
        report.Judge("v1.2: clean build / that of stock NSwag's client", $"{ratio:N2}×", $"≤ {MaxBuildTime}×", ratio <= MaxBuildTime);
    }
}
