using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Values;

/// <summary>A mending of one value: what to put in place of what. Travels in the diagnostic, so that the fixer analyses nothing.</summary>
internal sealed class ValueEdit
{
    private const string OffsetKey = "EditOffset";
    private const string LengthKey = "EditLength";
    private const string TextKey = "EditText";
    private const string TitleKey = "EditTitle";

    private readonly TextSpan _span;
    private readonly string _text;
    private readonly string _title;

    /// <summary>Creates a mending.</summary>
    /// <param name="span">What to replace, in the document.</param>
    /// <param name="text">C# to put there.</param>
    /// <param name="title">What the IDE offers: "Use https".</param>
    internal ValueEdit(TextSpan span, string text, string title)
    {
        _span = span;
        _text = text;
        _title = title;
    }

    /// <summary>Whether a comment that a person wrote would be gone.</summary>
    internal bool LosesComment(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (SyntaxTrivia trivia in tree.GetRoot(cancellationToken).DescendantTrivia(_span))
        {
            if (_span.Contains(trivia.Span) && trivia.RawKind is (int)SyntaxKind.SingleLineCommentTrivia or (int)SyntaxKind.MultiLineCommentTrivia && !_text.Contains(trivia.ToString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a mending back.</summary>
    internal static bool TryRead(Diagnostic diagnostic, out TextChange change, out string title)
    {
        change = default;
        title = "";
        if (!diagnostic.Properties.TryGetValue(TextKey, out string? text)
            || !diagnostic.Properties.TryGetValue(TitleKey, out string? shown)
            || !int.TryParse(diagnostic.Properties.GetValueOrDefault(OffsetKey), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int offset)
            || !int.TryParse(diagnostic.Properties.GetValueOrDefault(LengthKey), NumberStyles.None, CultureInfo.InvariantCulture, out int length))
        {
            return false;
        }

        change = new TextChange(new TextSpan(diagnostic.Location.SourceSpan.Start + offset, length), text ?? "");
        title = shown ?? "";
        return true;
    }

    // Relative to the diagnostic: the document may have moved before the fix is asked for.
    internal ImmutableDictionary<string, string?> ToProperties(TextSpan place) => ImmutableDictionary<string, string?>.Empty
        .Add(OffsetKey, (_span.Start - place.Start).ToString(CultureInfo.InvariantCulture))
        .Add(LengthKey, _span.Length.ToString(CultureInfo.InvariantCulture))
        .Add(TextKey, _text)
        .Add(TitleKey, _title);
}
