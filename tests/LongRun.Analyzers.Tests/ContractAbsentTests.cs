using LongRun.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace LongRun.Analyzers.Tests;

public sealed class ContractAbsentTests
{
    public static TheoryData<string> Analyzers => [.. RuleBook.Analyzers.Select(static a => a.GetType().Name)];

    [Theory]
    [MemberData(nameof(Analyzers))]
    public async Task Nothing_is_registered_where_the_contract_is_not_referenced(string name)
    {
        AnalyzerTelemetryInfo counts = await CountAsync(name, [.. References.Framework]);

        Assert.Equal(0, counts.OperationActionsCount + counts.OperationBlockStartActionsCount + counts.OperationBlockActionsCount + counts.SymbolActionsCount + counts.SymbolStartActionsCount + counts.SyntaxNodeActionsCount);
    }

    [Theory]
    [MemberData(nameof(Analyzers))]
    public async Task Something_is_registered_where_it_is(string name)
    {
        AnalyzerTelemetryInfo counts = await CountAsync(name, [.. References.Framework, References.LongRun]);

        Assert.NotEqual(0, counts.OperationActionsCount + counts.OperationBlockStartActionsCount + counts.OperationBlockActionsCount + counts.SymbolActionsCount + counts.SymbolStartActionsCount + counts.SyntaxNodeActionsCount);
    }

    private static async Task<AnalyzerTelemetryInfo> CountAsync(string name, MetadataReference[] references)
    {
        DiagnosticAnalyzer analyzer = RuleBook.Analyzers.First(a => a.GetType().Name == name);
        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText("class Program { string Url => \"nothing\"; }")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var withAnalyzers = new CompilationWithAnalyzers(compilation, [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        await withAnalyzers.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return await withAnalyzers.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
    }
}
