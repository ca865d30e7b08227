using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>The type of a status: an enum, or an open set with its known values as static members.</summary>
internal static class StatusType
{
    /// <summary>Type of a monitor's status; <see langword="null"/> where its path leads nowhere.</summary>
    internal static ITypeSymbol? Of(MonitorContract monitor) =>
        MemberPath.Unwrap(Of(MemberPath.Resolve(MemberPath.Awaited(monitor.Method), monitor.Status).LastOrDefault()));

    /// <summary>Type of the property or field.</summary>
    internal static ITypeSymbol? Of(ISymbol? member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    /// <summary>The values that a type lists, each by its name in the code and its text on the wire.</summary>
    internal static ImmutableArray<(string Name, string Text)> ValuesOf(ITypeSymbol? type, Contract contract) => type switch
    {
        null => ImmutableArray<(string, string)>.Empty,
        { TypeKind: TypeKind.Enum } => type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).Select(f => (f.Name, contract.StatusTextOf(f) ?? f.Name)).ToImmutableArray(),
        _ => type.GetMembers()
            .Where(static m => m.IsStatic && m is IFieldSymbol or IPropertySymbol)
            .Select(m => (m.Name, Text: contract.StatusTextOf(m)!))
            .Where(static m => m.Text is not null)
            .ToImmutableArray(),
    };
}
