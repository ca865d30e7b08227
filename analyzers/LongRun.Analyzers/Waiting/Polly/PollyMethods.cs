using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Methods of Polly: the policies of version 7, and the pipelines of version 8. Known by name only.</summary>
internal static class PollyMethods
{
    internal static bool Contains(IMethodSymbol method)
    {
        INamespaceSymbol? level = method.ContainingType?.ContainingNamespace;
        while (level is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            level = outer;
        }

        return level is { Name: "Polly" };
    }

    /// <summary>Whether it runs a callback, again and again where the policy says so.</summary>
    internal static bool IsExecute(IMethodSymbol method) => method.Name.StartsWith("Execute", StringComparison.Ordinal) && Contains(method);

    /// <summary>Whether it makes a policy that retries, or adds such a strategy to a pipeline.</summary>
    internal static bool IsRetry(IMethodSymbol method) => method.Name.Contains("Retry");
}
