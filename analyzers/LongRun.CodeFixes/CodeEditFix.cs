using System.Collections.Immutable;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes;

/// <summary>Offers what the rules on waiting know to do about their reports.</summary>
public abstract class CodeEditFix : CodeFixProvider
{
    private protected CodeEditFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    /// <remarks>Each place gets the mending that was chosen; where that one is not offered, the best that is.</remarks>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        Findings findings = await FindingsAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false);
        IEnumerable<CodeEdit> edits = diagnostics
            .OrderBy(static d => d.Location.SourceSpan.Start)
            .Select(d => EditsOf(findings, d).ToArray())
            .Where(static e => e.Length > 0)
            .Select(e => e.FirstOrDefault(one => one.Key == context.CodeActionEquivalenceKey) ?? e[0]);
        return await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Findings findings = await FindingsAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CodeEdit edit in EditsOf(findings, diagnostic))
            {
                context.RegisterCodeFix(CodeAction.Create(edit.Title, token => ApplyAsync(context.Document, [edit], token), edit.Key), diagnostic);
            }
        }
    }

    /// <summary>What the rules found where they reported.</summary>
    internal static async Task<Findings> FindingsAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SemanticModel model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new NotSupportedException($"{document.Name} has no semantic model: it is not C#.");
        return Findings.Of(model, document.Project.AnalyzerOptions, diagnostics, cancellationToken);
    }

    /// <summary>What can be done about a finding, the best first; <see langword="null"/> for what cannot.</summary>
    private protected abstract IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding);

    private IEnumerable<CodeEdit> EditsOf(Findings findings, Diagnostic diagnostic) =>
        findings.At(diagnostic) is var (body, what) ? EditsOf(body, what).OfType<CodeEdit>() : [];

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<CodeEdit> edits, CancellationToken cancellationToken)
    {
        // An edit within another's place waits for the next time; one place is changed once.
        var changes = new List<TextChange>();
        foreach (CodeEdit edit in edits)
        {
            TextChange[] added = edit.Changes.Where(c => !changes.Contains(c)).ToArray();
            if (!added.Any(c => changes.Any(known => known.Span.IntersectsWith(c.Span))))
            {
                changes.AddRange(added);
            }
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(static c => c.Span.Start)));
    }
}
