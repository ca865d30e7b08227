using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Constraints;

/// <summary>LRO2008: too few or too many items, or one that occurs again.</summary>
internal sealed class ItemsOutOfBounds : ValueRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.ItemsOutOfBounds,
        "Too few, too many or repeated items",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says how many items the server accepts, and whether one may occur again; it refuses anything else.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.ItemsOutOfBounds));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        if (value.Contract.Items is not { } rule || value.Known.Kind != KnownValueKind.Items)
        {
            return;
        }

        ImmutableArray<KnownValue?> items = value.Known.Items;
        List<KnownValue> repeated = rule.UniqueItems ? Repeated(items) : [];
        if (repeated.Count > 0)
        {
            value.Report(Descriptor, ItemsRule.Repeated(repeated[0].Source.ToString(), value.Subject) + " The server refuses it.", Mend(value, repeated));
        }
        else if (rule.JudgeCount(items.Length, value.Known.HasAllItems, value.Subject) is { } message)
        {
            value.Report(Descriptor, message + " The server refuses it.");
        }
    }

    private static List<KnownValue> Repeated(ImmutableArray<KnownValue?> items)
    {
        var repeated = new List<KnownValue>();
        for (int i = 1; i < items.Length; i++)
        {
            if (items[i] is { } item && items.Take(i).Any(earlier => earlier is not null && item.IsSameAs(earlier)))
            {
                repeated.Add(item);
            }
        }

        return repeated;
    }

    /// <summary>Removes what repeats, each with the comma before it, where nothing but white space is between them and the item before.</summary>
    private static ValueEdit? Mend(in ConstrainedValue value, List<KnownValue> repeated)
    {
        var holes = new List<TextSpan>(repeated.Count);
        foreach (KnownValue again in repeated)
        {
            SyntaxNode item = again.Source.Parent is { RawKind: (int)SyntaxKind.ExpressionElement or (int)SyntaxKind.Argument } wrapper ? wrapper : again.Source;
            SyntaxToken comma = item.GetFirstToken().GetPreviousToken();
            bool isAlone = value.Known.Source.Span.Contains(item.Span)
                && comma.IsKind(SyntaxKind.CommaToken)
                && comma.Parent == item.Parent
                && comma.TrailingTrivia.Concat(item.GetLeadingTrivia()).All(static t => string.IsNullOrWhiteSpace(t.ToString()));
            if (!isAlone)
            {
                return null;
            }

            holes.Add(TextSpan.FromBounds(comma.SpanStart, item.Span.End));
        }

        // One edit, from the first hole to the last.
        SourceText source = value.Known.Source.SyntaxTree.GetText();
        var all = TextSpan.FromBounds(holes[0].Start, holes[holes.Count - 1].End);
        string kept = string.Concat(holes.Skip(1).Select((hole, i) => source.ToString(TextSpan.FromBounds(holes[i].End, hole.Start))));
        return new ValueEdit(all, kept, $"Remove the repeated {ListedTexts.Write(repeated.Select(static r => r.Source.ToString()).Distinct())}");
    }
}
