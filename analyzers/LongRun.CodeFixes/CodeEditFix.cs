using System.Collections.Immutable;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes;

/// <summary>Applies the mendings that a diagnostic carries; the analyzer has worked them out.</summary>
public abstract class CodeEditFix : CodeFixProvider
{
    private protected CodeEditFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    /// <remarks>Each place gets the mending that was chosen; where that one is not offered, the best that is.</remarks>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        IEnumerable<CodeEdit> edits = diagnostics
            .OrderBy(static d => d.Location.SourceSpan.Start)
            .Select(d => CodeEdit.Read(d).ToArray())
            .Where(static e => e.Length > 0)
            .Select(e => e.FirstOrDefault(one => one.Key == context.CodeActionEquivalenceKey) ?? e[0]);
        return await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc />
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CodeEdit edit in CodeEdit.Read(diagnostic))
            {
                context.RegisterCodeFix(CodeAction.Create(edit.Title, token => ApplyAsync(context.Document, [edit], token), edit.Key), diagnostic);
            }
        }

        return Task.CompletedTask;
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
