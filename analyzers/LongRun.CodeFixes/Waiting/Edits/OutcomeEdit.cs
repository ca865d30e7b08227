using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Lets failure throw where the outcome is not looked at.</summary>
internal static class OutcomeEdit
{
    private const string Key = "ThrowOnFailure";

    /// <summary>Waits for completion, which takes the same arguments and throws on failure.</summary>
    internal static CodeEdit? OfDropped(WaitingBody body, ContractCall wait)
    {
        if (wait.Call.Syntax is not InvocationExpressionSyntax { Expression: var called } || NameOf(called) is not { } name)
        {
            return null;
        }

        var rename = new TextChange(name.Span, WaitFirst.Wait);
        return Declarator(wait.Call) switch
        {
            null => Edit(rename),
            { Initializer.Value: var value } when value.FirstAncestorOrSelf<VariableDeclarationSyntax>() is { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } declaration =>

                // Nobody reads the local, so that it goes; a task that is awaited later stays, if its type is not written out.
                value is AwaitExpressionSyntax && !statement.GetLeadingTrivia().Concat(declaration.DescendantTrivia()).Any(IsDirective)
                    ? Edit(new TextChange(TextSpan.FromBounds(declaration.SpanStart, value.SpanStart), ""), rename)
                    : declaration.Type.IsVar ? Edit(rename) : null,
            _ => null,
        };
    }

    /// <summary>Takes the value or throws what the wait would have thrown.</summary>
    internal static CodeEdit? OfValue(SyntaxNode read)
    {
        if (NameOf(read) is not { } name)
        {
            return null;
        }

        // What throws is not null any more.
        SyntaxNode whole = read.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? read.Parent! : read;
        return new CodeEdit(Key, "Use GetValueOrThrow", [new TextChange(TextSpan.FromBounds(name.SpanStart, whole.Span.End), "GetValueOrThrow()")]);
    }

    private static CodeEdit Edit(params TextChange[] changes) => new(Key, $"Use {WaitFirst.Wait}", changes);

    /// <summary>The local that gets the outcome, or the task; <see langword="null"/> where none does.</summary>
    private static VariableDeclaratorSyntax? Declarator(IOperation value)
    {
        for (SyntaxNode? outer = value.Syntax.Parent; outer is not null and not StatementSyntax and not AnonymousFunctionExpressionSyntax; outer = outer.Parent)
        {
            if (outer is VariableDeclaratorSyntax declarator)
            {
                return declarator;
            }
        }

        return null;
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name when expression.Parent is InvocationExpressionSyntax => name,
        _ => null,
    };

    private static bool IsDirective(SyntaxTrivia trivia) => trivia.IsDirective;
}
