using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes;

/// <summary>Puts the value that the diagnostic names in place of the one that does not fit; everything around it stays.</summary>
public abstract class ReplaceValueCodeFix : CodeFixProvider
{
    // Not the batch fixer, which wants the right equivalence key: `dotnet format` asks with the key that the fix gives for
    // the first report of the analyzer, and where one analyzer has many rules that may be another rule's, or none.
    private static readonly FixAllProvider All = FixAllProvider.Create(static (context, document, diagnostics) => ApplyAllAsync(document, diagnostics, context.CancellationToken));

    private protected ReplaceValueCodeFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc />
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FixableDiagnosticIds.Contains(diagnostic.Id) && ValueEdit.TryRead(diagnostic, out TextChange change, out string title))
            {
                context.RegisterCodeFix(CodeAction.Create(title, token => ApplyAsync(context.Document, [change], token), equivalenceKey: diagnostic.Id), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document?> ApplyAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var changes = new List<TextChange>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            // Two uses of one declaration ask for the same change.
            if (ValueEdit.TryRead(diagnostic, out TextChange change, out _) && !changes.Exists(other => other.Span.IntersectsWith(change.Span)))
            {
                changes.Add(change);
            }
        }

        return await ApplyAsync(document, changes, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document> ApplyAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
