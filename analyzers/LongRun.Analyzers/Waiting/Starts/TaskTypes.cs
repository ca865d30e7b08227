using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>Tells tasks, and collections of tasks, from other types.</summary>
internal static class TaskTypes
{
    internal static bool IsTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } && IsThreadingTasks(type.ContainingNamespace);

    /// <summary>A task that carries no result.</summary>
    internal static bool IsPlainTask(ITypeSymbol? type) => IsTask(type) && type is INamedTypeSymbol { Arity: 0 };

    internal static bool IsThreadingTasks(INamespaceSymbol? @namespace) =>
        @namespace is { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>An array, list or sequence of tasks.</summary>
    internal static bool IsManyTasks(ITypeSymbol? type) => IsTask(ElementOf(type));

    /// <summary>Type of the items of an array or sequence.</summary>
    internal static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence:
                return sequence.TypeArguments[0];
            case INamedTypeSymbol named when named.SpecialType != SpecialType.System_String:
                foreach (INamedTypeSymbol @interface in named.AllInterfaces)
                {
                    if (@interface.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                    {
                        return @interface.TypeArguments[0];
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
