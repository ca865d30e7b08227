using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Switches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Writes labels for endings in the style of those that are there: literal, constant, member of an enum, pattern.</summary>
internal static class EndingLabels
{
    /// <summary>The label; <see langword="null"/> where none of those that are there can be copied.</summary>
    internal static string? For(string ending, MissingEndings missing, Contract contract)
    {
        foreach (ICaseClauseOperation model in missing.Models.Reverse())
        {
            if (Copy(model, ending, missing.Labels, contract) is { } label)
            {
                return label;
            }
        }

        return missing.Switch.Value.Type?.SpecialType == SpecialType.System_String ? $"case {SymbolDisplay.FormatLiteral(ending, quote: true)}:" : null;
    }

    private static string? Copy(ICaseClauseOperation model, string ending, SwitchLabels labels, Contract contract)
    {
        (IOperation Operation, string Text)[] named = labels.Constants.Where(c => model.Syntax.Span.Contains(c.Operation.Syntax.Span)).ToArray();
        if (named is not [var (constant, _)] || Renamed(constant, ending, contract) is not { } renamed)
        {
            return null;
        }

        return IsPlain(model) ? With(model.Syntax, constant.Syntax.Span, renamed)
            : Part(model, constant.Syntax) is { } part ? $"case {{ {With(part, constant.Syntax.Span, renamed)} }}:"
            : null;
    }

    private static string With(SyntaxNode text, TextSpan place, string renamed)
    {
        string whole = text.ToString();
        return whole.Substring(0, place.Start - text.SpanStart) + renamed + whole.Substring(place.End - text.SpanStart);
    }

    /// <summary>Of <c>{ Status.Value: "ready", VideoId: { } id }</c> the part that asks for the ending. By syntax: a path of members is no node among the operations.</summary>
    private static SubpatternSyntax? Part(ICaseClauseOperation model, SyntaxNode constant) =>
        model.Syntax is CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause: { } properties } }
        && properties.Subpatterns.FirstOrDefault(p => p.Span.Contains(constant.Span)) is { } part
        && IsConstant(part.Pattern)
            ? part
            : null;

    private static bool IsConstant(PatternSyntax pattern) => pattern is ConstantPatternSyntax
        || (pattern is RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns: [var only] } && IsConstant(only.Pattern));

    /// <summary>Whether the label asks for the ending and for nothing else, so that another ending can stand in its place.</summary>
    private static bool IsPlain(ICaseClauseOperation label) => label switch
    {
        ISingleValueCaseClauseOperation => true,
        IPatternCaseClauseOperation { Guard: null } pattern => IsPlain(pattern.Pattern),
        IPatternCaseClauseOperation { Guard: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } or IIsPatternOperation } pattern => TakesAny(pattern.Pattern),
        _ => false,
    };

    private static bool IsPlain(IPatternOperation pattern)
    {
        if (pattern is not IRecursivePatternOperation recursive)
        {
            return pattern is IConstantPatternOperation;
        }

        IPatternOperation[] asking = recursive.DeconstructionSubpatterns.Concat(recursive.PropertySubpatterns.Select(static p => p.Pattern)).Where(static p => !TakesAny(p)).ToArray();
        return asking is [var only] && IsPlain(only);
    }

    private static bool TakesAny(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

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
