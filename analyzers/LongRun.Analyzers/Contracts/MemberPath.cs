using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>Follows the C# member paths that attributes hold.</summary>
internal static class MemberPath
{
    /// <summary>What stands after a list of whose items the rest of a path is: <c>Items[].Status</c>.</summary>
    internal const string EachItem = "[]";

    /// <summary>The members along the path; empty where one is missing.</summary>
    internal static ImmutableArray<ISymbol> Resolve(ITypeSymbol? type, string? path)
    {
        if (type is null || string.IsNullOrEmpty(path))
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        ImmutableArray<ISymbol>.Builder members = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (string step in path!.Split('.'))
        {
            bool isList = step.EndsWith(EachItem, StringComparison.Ordinal);
            ISymbol? member = Find(type, isList ? step.Substring(0, step.Length - EachItem.Length) : step);
            if (member is null)
            {
                return ImmutableArray<ISymbol>.Empty;
            }

            members.Add(member);
            type = Unwrap((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type);
            type = isList && type is not null ? StatusCatalog.ItemOf(type) : type;
        }

        return members.ToImmutable();
    }

    /// <summary>What awaiting the method gives: the argument of <c>Task</c> or <c>ValueTask</c>, else the return type.</summary>
    internal static ITypeSymbol Awaited(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;

    /// <summary>The type without <c>?</c>.</summary>
    internal static ITypeSymbol? Unwrap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ISymbol? Find(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers(name))
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    return member;
                }
            }
        }

        return null;
    }
}
