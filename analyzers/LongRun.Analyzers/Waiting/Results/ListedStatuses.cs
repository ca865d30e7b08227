using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>The statuses that a monitor's document lists, as the type of its status says them.</summary>
internal static class ListedStatuses
{
    internal static IEnumerable<string> Of(Contract contract, MonitorContract monitor)
    {
        if (MemberPath.Resolve(MemberPath.Awaited(monitor.Method), monitor.Status).LastOrDefault() is not { } status)
        {
            yield break;
        }

        ITypeSymbol? type = (status as IPropertySymbol)?.Type ?? (status as IFieldSymbol)?.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
        {
            type = inner;
        }

        foreach (ISymbol member in type?.GetMembers() ?? ImmutableArray<ISymbol>.Empty)
        {
            if (member is IFieldSymbol { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } constant)
            {
                yield return contract.StatusTextOf(constant) ?? constant.Name;
            }
            else if (member.IsStatic && contract.StatusTextOf(member) is { } text)
            {
                yield return text;
            }
        }
    }
}
