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
    private protected ReplaceValueCodeFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (ValueEdit.TryRead(diagnostic, out TextChange change, out string title))
            {
                context.RegisterCodeFix(CodeAction.Create(title, token => ApplyAsync(context.Document, change, token), equivalenceKey: diagnostic.Id), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
