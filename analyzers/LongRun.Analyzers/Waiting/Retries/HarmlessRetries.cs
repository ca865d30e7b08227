using LongRun.Analyzers.Waiting.Polly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Judges by what a retry of Polly handles: <c>Handle&lt;RateLimitException&gt;()</c> in its options, or in the chain before it.</summary>
internal sealed class HarmlessRetries
{
    private readonly HarmlessFailures _failures;
    private readonly SemanticModel? _model;

    internal HarmlessRetries(HarmlessFailures failures, SemanticModel? model)
    {
        _failures = failures;
        _model = model;
    }

    internal RetryVisibility Judge(InvocationExpressionSyntax retry)
    {
        // Elsewhere than in the file at hand there is no telling.
        if (_model is null || retry.SyntaxTree != _model.SyntaxTree)
        {
            return RetryVisibility.Retries;
        }

        SyntaxNode predicates = retry.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "AddRetry", Expression: var policy } ? policy : retry.ArgumentList;
        var handled = new List<IInvocationOperation>();
        foreach (InvocationExpressionSyntax call in predicates.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (_model.GetOperation(call) is IInvocationOperation operation && PollyMethods.Contains(operation.TargetMethod))
            {
                switch (operation.TargetMethod.Name)
                {
                    case "Handle" or "HandleInner" or "Or" or "OrInner":
                        handled.Add(operation);
                        break;
                    case "HandleResult" or "OrResult":
                        return RetryVisibility.Retries;
                }
            }
        }

        return _failures.AreAllProvenBy(handled) ? RetryVisibility.Harmless : RetryVisibility.Retries;
    }
}
