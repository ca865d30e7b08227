using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>A text that is known when the code is compiled, and where it is used.</summary>
internal readonly struct ConstantText
{
    private ConstantText(string text, IOperation use, SyntaxNode? source)
    {
        Text = text;
        Use = use;
        Source = source;
    }

    internal string Text { get; }

    /// <summary>The place of use: the literal, or the name that stands for it.</summary>
    internal IOperation Use { get; }

    /// <summary>What gives the name its text; <see langword="null"/> where the text is written at the place of use.</summary>
    internal SyntaxNode? Source { get; }

    /// <summary>The text of a literal, a constant, or a status type made of one of these.</summary>
    internal static ConstantText? Of(IOperation? operation)
    {
        operation = Plain(operation);
        return operation?.ConstantValue is { HasValue: true, Value: string text } ? new ConstantText(text, operation, Declaration(operation)) : null;
    }

    /// <summary>The text of these, or of a local or <c>static readonly</c> field that never has another.</summary>
    internal static ConstantText? OfAny(IOperation? operation, CancellationToken cancellationToken)
    {
        if (Of(operation) is { } constant)
        {
            return constant;
        }

        operation = Plain(operation);
        return operation is ILocalReferenceOperation or IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } }
            && ValueEvaluator.Evaluate(operation, cancellationToken) is { Text: { } text, Source: var source }
                ? new ConstantText(text, operation, source)
                : null;
    }

    /// <summary>Whether the text is one that the document lists somewhere: <c>JobStatus.Running</c>.</summary>
    internal bool IsKnownValue(Contract contract) => Use is IMemberReferenceOperation { Member: var member } && contract.StatusTextOf(member) is not null;

    private static IOperation? Plain(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    continue;
                case IObjectCreationOperation { Type.SpecialType: SpecialType.None, Arguments: [{ Parameter.Type.SpecialType: SpecialType.System_String, Value: var text }] }:
                    operation = text;
                    continue;
                default:
                    return operation;
            }
        }
    }

    private static SyntaxNode? Declaration(IOperation operation)
    {
        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        return symbol?.DeclaringSyntaxReferences is [var declaration] ? (declaration.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value : null;
    }
}
