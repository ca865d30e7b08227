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
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        Mendings mendings = await MendingsAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false);
        IEnumerable<CodeEdit> edits = diagnostics
            .OrderBy(static d => d.Location.SourceSpan.Start)
            .Select(mendings.For)
            .Where(static e => e.Length > 0)
            .Select(e => e.FirstOrDefault(one => one.Key == context.CodeActionEquivalenceKey) ?? e[0]);
        return await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Mendings mendings = await MendingsAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CodeEdit edit in mendings.For(diagnostic))
            {
                context.RegisterCodeFix(CodeAction.Create(edit.Title, token => ApplyAsync(context.Document, [edit], token), edit.Key), diagnostic);
            }
        }
    }

    /// <summary>What to do about the reports of a document.</summary>
    internal static async Task<Mendings> MendingsAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SemanticModel model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new NotSupportedException($"{document.Name} has no semantic model: it is not C#.");
        return Mendings.Of(model, document.Project.AnalyzerOptions, diagnostics, cancellationToken);
    }

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
