extern alias rules;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TwelveLabs.V13.Tests;

/// <summary>The rules know this client too: they read what the overlay says out of the compiled assembly.</summary>
public sealed class RuleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("while ((await client.RetrieveAssetAsync(id)).Status != AssetDetailStatus.Ready) { await Task.Delay(2000); }", "LRO1003")]
    [InlineData("while ((await client.RetrieveBatchAsync(id)).Status != BatchStatus.Completed) { await Task.Delay(6000); }", "LRO1003")]
    [InlineData("for (int i = 0; i < 9 && (await client.RetrieveBatchAsync(id)).Status.Value is not (\"completed\" or \"canceled\" or \"expired\"); i++) { await Task.Delay(1000); }", "LRO1007")]
    [InlineData("while (!(await client.RetrieveImportAsync(\"c\", id)).Items!.All(i => i.Status == ImportItemStatus.Ready)) { await Task.Delay(2000); }", "LRO1003")]
    [InlineData("while ((await client.RetrieveImportAsync(\"c\", id)).Items!.Any(i => i.Status == ImportItemStatus.Processing)) { await Task.Delay(2000); }", null)]
    [InlineData("await client.StartUploadAssetAsync(asset);", "LRO1001")]
    [InlineData("System.Console.WriteLine((await client.RetrieveAnalysisAsync(id)).Result!.Data);", "LRO1002")]
    [InlineData("if ((await client.RetrieveAnalysisAsync(id)).Status == \"readdy\") { }", "LRO1009")]
    [InlineData("_ = new CreateEmbedTaskRequest { ModelName = \"m\", VideoClipLength = 20 };", "LRO2004")]
    [InlineData("_ = new AsyncResponseFormat { Type = default, SegmentDefinitions = System.Array.Empty<SegmentDefinition>() };", "LRO2008")]
    [InlineData("await client.ListAssetsAsync(pageLimit: 100);", "LRO2005")]
    [InlineData("_ = await client.UploadAssetAndWaitAsync(asset, new LongRun.WaitOptions { MaxWaitTime = System.TimeSpan.FromMinutes(5) });", null)]
    public async Task A_mistake_is_seen_and_good_code_is_not(string statement, string? expected)
    {
        string source = $$"""
            #nullable enable
            using System.Linq;
            using System.Threading.Tasks;
            using TwelveLabs.V13;
            static class Program
            {
                static async Task Run(ITwelveLabsV13Client client, string id, CreateAssetRequest asset)
                {
                    await Task.Yield();
                    {{statement}}
                }
            }
            """;
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Calling",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: Stop)],
            references.Where(static path => !path.EndsWith("LongRun.Analyzers.dll", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(Stop).Where(static d => d.Severity == DiagnosticSeverity.Error));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. typeof(rules::LongRun.Analyzers.ContractAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(Stop);
        Assert.Equal(expected is null ? [] : [expected], found.Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.Id).Distinct());
    }
}
