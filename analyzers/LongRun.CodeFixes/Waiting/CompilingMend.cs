using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Changes a document only where the compiler accepts the result: a fix must not leave an error behind.</summary>
internal sealed class CompilingMend
{
    private readonly Document _document;
    private readonly SourceText _text;
    private readonly int _errors;

    private CompilingMend(Document document, SourceText text, int errors)
    {
        _document = document;
        _text = text;
        _errors = errors;
    }

    internal static async Task<CompilingMend> OfAsync(Document document, CancellationToken cancellationToken) => new(
        document,
        await document.GetTextAsync(cancellationToken).ConfigureAwait(false),
        await CountErrorsAsync(document, cancellationToken).ConfigureAwait(false));

    /// <summary>The changed document; <see langword="null"/> where it would have an error that the document has not.</summary>
    internal async Task<Document?> ApplyAsync(IEnumerable<TextChange> changes, CancellationToken cancellationToken)
    {
        Document mended = _document.WithText(_text.WithChanges(changes.OrderBy(static c => c.Span.Start)));
        return await CountErrorsAsync(mended, cancellationToken).ConfigureAwait(false) <= _errors ? mended : null;
    }

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellationToken).Count(static d => d.Severity == DiagnosticSeverity.Error)
            : 0;
}
