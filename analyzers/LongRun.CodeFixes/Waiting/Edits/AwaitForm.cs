using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Awaits what a blocking call waits for.</summary>
internal static class AwaitForm
{
    internal static CodeEdit? Of(SemanticModel? model, IOperation operation)
    {
        // Of job?.Wait() the part behind the question mark is no expression of its own.
        if (model is null
            || operation.Syntax is not ExpressionSyntax expression
            || expression.GetFirstToken().Parent is MemberBindingExpressionSyntax or BracketedArgumentListSyntax
            || IsInLock(operation))
        {
            return null;
        }

        string? awaited = operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Sleep" } sleep => Delay(model, sleep),

            // WaitAny gives the number of the task, WhenAny the task.
            IInvocationOperation { TargetMethod.Name: "WaitAll" or "WaitAny", Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } many
                when many.Arguments.All(static a => a.Value.Type is IArrayTypeSymbol) && (many.TargetMethod.Name == "WaitAll" || expression.Parent is ExpressionStatementSyntax)
                => $"{access.Expression}.{(many.TargetMethod.Name == "WaitAll" ? "WhenAll" : "WhenAny")}{call.ArgumentList}",
            IInvocationOperation { TargetMethod.Name: "Wait", Arguments.Length: 0, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } => access.Expression.ToString(),
            IInvocationOperation { TargetMethod.Name: "GetResult", Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } } } } => awaiter.Expression.ToString(),
            IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax access } => access.Expression.ToString(),
            _ => null,
        };
        if (awaited is null)
        {
            return null;
        }

        bool isWhole = expression.Parent is ExpressionStatementSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax or ArrowExpressionClauseSyntax
            || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression);
        return new CodeEdit("Await", "Await instead of blocking", [new TextChange(expression.Span, isWhole ? "await " + awaited : $"(await {awaited})")]);
    }

    private static string? Delay(SemanticModel model, IInvocationOperation sleep)
    {
        if (sleep.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: [var time] })
        {
            return null;
        }

        bool isInScope = model.LookupNamespacesAndTypes(sleep.Syntax.SpanStart, name: "Task").OfType<INamedTypeSymbol>().Any(static t => t.ContainingNamespace?.Name == "Tasks");
        string token = TokenInScope.At(model, sleep.Syntax.SpanStart) is { } name ? ", " + name : "";
        return $"{(isInScope ? "Task" : "System.Threading.Tasks.Task")}.Delay({time.Expression}{token})";
    }

    private static bool IsInLock(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; outer = outer.Parent)
        {
            if (outer is ILockOperation)
            {
                return true;
            }
        }

        return false;
    }
}
