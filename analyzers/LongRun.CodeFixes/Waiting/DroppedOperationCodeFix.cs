using System.Collections.Immutable;
using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Starts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Returns the result of a start where the method has room for it, or waits for the job, as far as that compiles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedOperationCodeFix)), Shared]
public sealed class DroppedOperationCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.DroppedOperation);

    /// <inheritdoc />
    /// <remarks>Each start gets the mending that was chosen; where that one is not offered, the best that is.</remarks>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        Findings findings = await CodeEditFix.FindingsAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false);
        var mend = await CompilingMend.OfAsync(document, context.CancellationToken).ConfigureAwait(false);
        var changes = new List<TextChange>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (CodeEdit edit in EditsOf(findings, diagnostic).OrderByDescending(e => e.Key == context.CodeActionEquivalenceKey))
            {
                if (await mend.ApplyAsync(edit.Changes, context.CancellationToken).ConfigureAwait(false) is not null)
                {
                    // Two starts of one statement share its await.
                    changes.AddRange(edit.Changes.Where(c => !changes.Contains(c)));
                    break;
                }
            }
        }

        return await mend.ApplyAsync(changes, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Findings findings = await CodeEditFix.FindingsAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false);
        var mend = await CompilingMend.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CodeEdit edit in EditsOf(findings, diagnostic))
            {
                if (await mend.ApplyAsync(edit.Changes, context.CancellationToken).ConfigureAwait(false) is { } mended)
                {
                    context.RegisterCodeFix(CodeAction.Create(edit.Title, _ => Task.FromResult(mended), edit.Key), diagnostic);
                }
            }
        }
    }

    private static IEnumerable<CodeEdit> EditsOf(Findings findings, Diagnostic diagnostic) =>
        findings.At(diagnostic) is { What: StartMendings mendings } ? mendings.Edits().OfType<CodeEdit>() : [];
}
