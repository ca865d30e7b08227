using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>Writes labels for endings in the style of those that are there: literal, constant, member of an enum, pattern.</summary>
internal static class EndingLabels
{
    /// <summary>The label; <see langword="null"/> where none of those that are there can be copied.</summary>
    internal static string? For(string ending, MissingEndings missing, Contract contract, ISwitchOperation @switch)
    {
        foreach (ICaseClauseOperation model in missing.Models.Reverse())
        {
            if (Copy(model, ending, missing.Labels, contract) is { } label)
            {
                return label;
            }
        }

        return @switch.Value.Type?.SpecialType == SpecialType.System_String ? $"case {SymbolDisplay.FormatLiteral(ending, quote: true)}:" : null;
    }

    private static string? Copy(ICaseClauseOperation model, string ending, SwitchLabels labels, Contract contract)
    {
        (IOperation Operation, string Text)[] named = labels.Constants.Where(c => model.Syntax.Span.Contains(c.Operation.Syntax.Span)).ToArray();
        if (named is not [var (constant, _)] || Renamed(constant, ending, contract) is not { } renamed)
        {
            return null;
        }

        TextSpan place = constant.Syntax.Span;
        SyntaxNode label = model.Syntax;
        string head = label.ToString();
        return head.Substring(0, place.Start - label.SpanStart) + renamed + head.Substring(place.End - label.SpanStart);
    }

    private static string? Renamed(IOperation constant, string ending, Contract contract)
    {
        if (constant is IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: { } type } } && NameIn(constant.Syntax) is { } name && Sibling(type, ending, contract) is { } sibling)
        {
            return constant.Syntax.ToString().Substring(0, name.SpanStart - constant.Syntax.SpanStart) + sibling;
        }

        return constant.ConstantValue.Value is string ? SymbolDisplay.FormatLiteral(ending, quote: true) : null;
    }

    private static SimpleNameSyntax? NameIn(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    private static string? Sibling(INamedTypeSymbol type, string ending, Contract contract) => type.GetMembers()
        .FirstOrDefault(m => m.IsStatic && (type.TypeKind == TypeKind.Enum
            ? m is IFieldSymbol && ((contract.StatusTextOf(m) ?? m.Name) == ending)
            : (m is IFieldSymbol { HasConstantValue: true, ConstantValue: string text } && text == ending) || contract.StatusTextOf(m) == ending))?.Name;
}
