using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
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
        KnownValue? again = rule.UniqueItems ? Repeated(items) : null;
        if (again is not null)
        {
            value.Report(Descriptor, ItemsRule.Repeated(again.Source.ToString(), value.Subject), Mend(value, again));
        }
        else if (rule.JudgeCount(items.Length, value.Known.HasAllItems, value.Subject) is { } message)
        {
            value.Report(Descriptor, message);
        }
    }

    private static KnownValue? Repeated(ImmutableArray<KnownValue?> items)
    {
        for (int i = 1; i < items.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (items[i] is { } item && items[j] is { } earlier && item.IsSameAs(earlier))
                {
                    return item;
                }
            }
        }

        return null;
    }

    /// <summary>Removes the item with the comma before it, where nothing but white space is between them and the item before.</summary>
    private static ValueEdit? Mend(in ConstrainedValue value, KnownValue again)
    {
        SyntaxNode item = again.Source.Parent?.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExpressionElement ? again.Source.Parent : again.Source;
        SyntaxToken comma = item.GetFirstToken().GetPreviousToken();
        bool isAlone = value.Operation.Syntax.Span.Contains(item.Span)
            && comma.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CommaToken
            && comma.Parent == item.Parent
            && comma.TrailingTrivia.Concat(item.GetLeadingTrivia()).All(static t => string.IsNullOrWhiteSpace(t.ToString()));
        return isAlone ? new ValueEdit(TextSpan.FromBounds(comma.SpanStart, item.Span.End), "", $"Remove the repeated {item}") : null;
    }
}
