using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Texts of enums: <c>ToString()</c> gives a member's name, which need not be its text on the wire.</summary>
internal static class EnumText
{
    /// <summary>The member that stands for a status.</summary>
    internal static IFieldSymbol? MemberFor(ITypeSymbol type, string status, Contract contract) =>
        Members(type).FirstOrDefault(f => (contract.StatusTextOf(f) ?? f.Name) == status);

    /// <summary>What <c>ToString()</c> gives for the value, as far as that is known.</summary>
    internal static FlowValue NameOf(ITypeSymbol type, FlowValue value, Scenario scenario, Contract contract) => value.Select(atom => atom switch
    {
        // A status that the enum does not have is named like none of its members.
        { Kind: AtomKind.Status } when scenario.Concerns(atom.Monitor) => FlowValue.OfConstant(MemberFor(type, scenario.Status, contract)?.Name ?? scenario.Status),
        { Content: EnumConstant constant } when Members(type).FirstOrDefault(f => Equals(f.ConstantValue, constant.Number)) is { } member => FlowValue.OfConstant(member.Name),
        _ => FlowValue.Unknown,
    });

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue);
}
