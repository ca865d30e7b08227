using System.Collections.Immutable;
using LongRun.Analyzers.Constraints;
using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>What the real analyzers say of many statements, each on a line of its own.</summary>
internal static class CompileTime
{
    // Methods as long as people's: each local is looked for in the whole of its method.
    private const int StatementsInAFile = 40;

    private const string Before = """
        using System; using System.Collections.Generic; using System.Threading; using Constrained; using LongRun.Constraints;
        static class File§ { static void Run(Sample sample, HandWritten own, IValuesClient client) {

        """;

    // On one line, so that what precedes the statements is counted in one place.
    private static readonly int LinesBefore = Before.Count(static c => c == '\n');

    /// <summary>Judges statements.</summary>
    /// <param name="statements">The statements; all have to compile.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The diagnostics by the statement's index.</returns>
    internal static async Task<ILookup<int, Diagnostic>> JudgeAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] files = [.. statements.Chunk(StatementsInAFile).Select((chunk, n) =>
            CSharpSyntaxTree.ParseText(Before.Replace("§", $"{n}", StringComparison.Ordinal) + string.Join('\n', chunk) + "\n} }", options, path: $"{n}", cancellationToken: cancellationToken))];
        var compilation = CSharpCompilation.Create(
            "Caller",
            files,
            [.. References.Framework, References.LongRun, MetadataReference.CreateFromFile(typeof(global::Constrained.Sample).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new ValueAnalyzer(), new MediaOutOfRange()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync(cancellationToken);

        Assert.Empty(found.Where(static d => d.Severity == DiagnosticSeverity.Error || d.Id == "AD0001").Select(d => d + ": " + statements[IndexOf(d)]).Take(10));
        return found.Where(static d => d.Id.StartsWith("LRO", StringComparison.Ordinal)).ToLookup(IndexOf);
    }

    private static int IndexOf(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return (int.Parse(place.Path, System.Globalization.CultureInfo.InvariantCulture) * StatementsInAFile) + place.StartLinePosition.Line - LinesBefore;
    }
}
