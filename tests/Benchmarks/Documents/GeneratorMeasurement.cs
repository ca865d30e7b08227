using System.Diagnostics;
using Benchmarks.Build;
using LongRun.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Benchmarks.Documents;

/// <summary>The Roslyn generator: on code that it has not seen, and after an edit that does not concern it.</summary>
/// <remarks>In this process, so that it is compiled already: an editor's is. Run as a part of a build it is measured by <c>document</c>.</remarks>
internal sealed class GeneratorMeasurement : Measurement
{
    private const int Rounds = 15;
    private static readonly int[] Kilobytes = [30, 120, 540];

    // What Roslyn itself keeps of a compilation is new after every edit.
    private const string StepsOfRoslyn = "compilation";

    public override string Name => "generator";

    public override string Summary => "the generator by size of the document: at first, and after an unrelated edit";

    public override Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        foreach (int size in Kilobytes)
        {
            string document = folder.PathOf($"document-{size}.yaml");
            int jobs = SyntheticDocument.Write(document, size * 1000);
            ClientProject client = ClientProject.Ours(folder.PathOf($"client-{size}"), document);
            BuildRun.Of(client.ProjectFile, "-c", "Release");
            Measure(report, $"{size} kB, {jobs} jobs", client);
        }

        return Task.CompletedTask;
    }

    private static void Measure(Report report, string subject, ClientProject client)
    {
        CSharpCompilation code = CSharpCompilation.Create(
            "Client",
            client.SourceFiles.Select(static f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f)),
            client.References.Select(static r => MetadataReference.CreateFromFile(r)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        List<double> first = [];
        List<double> again = [];
        GeneratorRunResult result = default;
        for (int round = 0; round < Rounds; round++)
        {
            // A compilation of its own: what one has looked up once is quicker the second time.
            CSharpCompilation fresh = code.Clone();
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new OperationGenerator().AsSourceGenerator()],
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
            long startedAt = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(fresh);
            first.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
            if (driver.GetRunResult().GeneratedTrees.Length == 0)
            {
                throw new WrongAnswerException("The generator made nothing.");
            }

            CSharpCompilation edited = fresh.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { int _edited; }", path: "Unrelated.cs"));
            startedAt = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited);
            again.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
            result = driver.GetRunResult().Results.Single();
        }

        string[] anew = [.. result.TrackedSteps.Concat(result.TrackedOutputSteps)
            .Where(static step => !step.Key.StartsWith(StepsOfRoslyn, StringComparison.OrdinalIgnoreCase) && step.Value.SelectMany(static run => run.Outputs).Any(static o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            .Select(static step => step.Key)];
        report.Add($"{subject}: code that it has not seen", $"{Middle.Of(first):N1} ms");
        report.Add($"{subject}: after an unrelated edit", $"{Middle.Of(again):N1} ms");
        report.Judge($"{subject}: steps made anew by that edit", anew.Length == 0 ? "0" : string.Join(", ", anew), "= 0", anew.Length == 0);
    }
}
