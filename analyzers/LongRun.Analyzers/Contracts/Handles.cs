using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>Tells handles (types that derive from <c>LongRun.Operation&lt;T&gt;</c>) and outcomes from other types.</summary>
internal static class Handles
{
    internal static bool IsHandle(ITypeSymbol? type) => BaseOf(type) is not null;

    /// <summary>Type of the status answer of a handle.</summary>
    internal static ITypeSymbol? AnswerOf(ITypeSymbol? type) => BaseOf(type)?.TypeArguments[0];

    /// <summary>Whether it is <c>OperationOutcome&lt;T&gt;</c>.</summary>
    internal static bool IsOutcome(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "OperationOutcome", Arity: 1 } named && IsLongRun(named);

    /// <summary>Whether it is the runtime's own namespace.</summary>
    internal static bool IsLongRun(ISymbol symbol) => symbol.ContainingNamespace is { Name: "LongRun", ContainingNamespace.IsGlobalNamespace: true };

    private static INamedTypeSymbol? BaseOf(ITypeSymbol? type)
    {
        for (var level = type as INamedTypeSymbol; level is not null; level = level.BaseType)
        {
            if (level is { Name: "Operation", Arity: 1 } && IsLongRun(level))
            {
                return level;
            }
        }

        return null;
    }
}
