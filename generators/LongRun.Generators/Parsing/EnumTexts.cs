using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Tells what the members of an enum are on the wire.</summary>
internal static class EnumTexts
{
    /// <summary>One text for each value of the enum; of several members with one value the first counts.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="listed">Texts known from elsewhere: <c>InProgress</c> without an attribute is <c>in_progress</c> where that is listed.</param>
    public static EquatableArray<EnumText> Of(INamedTypeSymbol type, IReadOnlyCollection<string> listed)
    {
        var seen = new HashSet<object>();
        return type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(f => f.ConstantValue is { } value && seen.Add(value))
            .Select(f => new EnumText(TypeText.Of(type) + "." + Identifier.Escape(f.Name), TextOf(f, listed)))
            .ToEquatableArray();
    }

    private static string TextOf(IFieldSymbol field, IReadOnlyCollection<string> listed) =>
        field.Find("System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute")?.Text(0)
        ?? field.Find("System.Runtime.Serialization.EnumMemberAttribute")?.Text("Value")
        ?? field.Find(ContractNames.StatusValue)?.Text(0)
        ?? (listed.Contains(field.Name) ? field.Name : listed.FirstOrDefault(l => Bare(l) == Bare(field.Name)))
        ?? field.Name;

    // A naming policy of the serializer changes case and separators only.
    private static string Bare(string text) => text.Replace("_", "").Replace("-", "").ToUpperInvariant();
}
