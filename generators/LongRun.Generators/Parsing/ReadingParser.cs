using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Parsing;

/// <summary>Decides how the members that an attribute names become what a reading holds.</summary>
internal sealed class ReadingParser(Compilation compilation, ProblemList problems, AttributeData attribute, bool trustsAnnotations = true)
{
    /// <summary>What stands in a path after a list of whose items the rest is.</summary>
    public const string EachItem = "[]";

    /// <summary>A member that holds a text, or something that has one.</summary>
    /// <param name="listed">Texts that the attribute names: they help to tell what an enum's member is on the wire.</param>
    public MemberReading? Text(ITypeSymbol root, string variable, string path, IReadOnlyCollection<string> listed) =>
        Text(root, variable, path, path, listed);

    private MemberReading? Text(ITypeSymbol root, string variable, string path, string whole, IReadOnlyCollection<string> listed)
    {
        if (Resolve(root, variable, path, whole) is not { } member)
        {
            return null;
        }

        if (member.Type.TypeKind == TypeKind.Enum)
        {
            var type = (INamedTypeSymbol)member.Type;
            EquatableArray<EnumText> texts = EnumTexts.Of(type, listed);
            return new MemberReading(member.Access, member.MayBeNull, member.EndsInNull, ReadingConversion.EnumText, TypeText.Of(type), texts, texts.Select(static t => t.Text).ToEquatableArray());
        }

        ReadingConversion? conversion = member.Type.SpecialType switch
        {
            SpecialType.System_String => ReadingConversion.None,
            SpecialType.System_Boolean => ReadingConversion.BooleanText,
            _ when HasTextValue(member.Type) => ReadingConversion.Value,
            _ when IsFormattable(member.Type) => ReadingConversion.InvariantText,
            _ when OverridesToString(member.Type) => ReadingConversion.Text,
            _ => null,
        };
        return Reading(member, whole, conversion, "a text") is { } reading ? reading with { KnownTexts = StatusValues(member.Type) } : null;
    }

    /// <summary>A text of each item of a list, by a path such as <c>Items[].Status</c>.</summary>
    /// <inheritdoc cref="Text"/>
    public MemberReading? TextOfItems(ITypeSymbol root, string variable, string path, IReadOnlyCollection<string> listed)
    {
        int end = path.IndexOf(EachItem, StringComparison.Ordinal);
        string list = path.Substring(0, end);
        if (Resolve(root, variable, list, path) is not { } member)
        {
            return null;
        }

        if (CollectionItem.Of(member.Type) is not { } item)
        {
            problems.Add(ProblemKind.PathNotResolved, attribute, path, $"'{list}' is no collection, so that it has no items");
            return null;
        }

        // Nothing keeps a server from a null among the items.
        ITypeSymbol any = item.IsValueType ? item : item.WithNullableAnnotation(NullableAnnotation.Annotated);
        return Text(any, MemberReading.ItemVariable, path.Substring(end + EachItem.Length).TrimStart('.'), path, listed) is { } reading
            ? reading with { Items = member.Access }
            : null;
    }

    /// <summary>A member that holds a number, or seconds.</summary>
    public MemberReading? Number(ITypeSymbol root, string variable, string? path, bool isTime)
    {
        if (path is null || Resolve(root, variable, path) is not { } member)
        {
            return null;
        }

        ReadingConversion? conversion = member.Type.SpecialType switch
        {
            SpecialType.System_Decimal => ReadingConversion.CastNumber,
            SpecialType.System_String => ReadingConversion.ParseNumber,
            >= SpecialType.System_SByte and <= SpecialType.System_Double => ReadingConversion.None,
            _ when isTime && member.Type.Is("System", "TimeSpan") => ReadingConversion.TotalSeconds,
            _ => null,
        };
        return Reading(member, path, conversion, "a number");
    }

    /// <summary>A member that holds a point in time.</summary>
    public MemberReading? Time(ITypeSymbol root, string variable, string? path)
    {
        if (path is null || Resolve(root, variable, path) is not { } member)
        {
            return null;
        }

        ReadingConversion? conversion = member.Type switch
        {
            { SpecialType: SpecialType.System_DateTime } => ReadingConversion.DateTime,
            { SpecialType: SpecialType.System_String } => ReadingConversion.ParseTime,
            _ when member.Type.Is("System", "DateTimeOffset") => ReadingConversion.None,
            _ => null,
        };
        return Reading(member, path, conversion, "a point in time");
    }

    /// <param name="whole">The path as the attribute has it, where it is of items.</param>
    private MemberPath? Resolve(ITypeSymbol root, string variable, string path, string? whole = null)
    {
        MemberPath? member = MemberPath.Resolve(compilation, root, variable, path, trustsAnnotations, out string? fault);
        if (fault is not null)
        {
            problems.Add(ProblemKind.PathNotResolved, attribute, whole ?? path, fault);
        }

        return member;
    }

    private MemberReading? Reading(MemberPath member, string path, ReadingConversion? conversion, string wanted)
    {
        if (conversion is { } found)
        {
            return new MemberReading(member.Access, member.MayBeNull, member.EndsInNull, found);
        }

        problems.Add(ProblemKind.TypeNotReadable, attribute, path, member.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), wanted);
        return null;
    }

    private static EquatableArray<string> StatusValues(ITypeSymbol type) =>
        type.GetMembers().Select(static m => m.Find(ContractNames.StatusValue)?.Text(0)).OfType<string>().Distinct().ToEquatableArray();

    private bool HasTextValue(ITypeSymbol type) => type.GetMembers("Value").Any(m =>
        m is IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_String, GetMethod: { } getter } && compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly));

    private static bool IsFormattable(ITypeSymbol type) =>
        type.IsValueType && type.AllInterfaces.Any(static i => i.Is("System", "IFormattable"))
        && type.GetMembers("ToString").OfType<IMethodSymbol>().Any(static m => m is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "IFormatProvider" }] });

    // Without an override the text would be the name of the type.
    private static bool OverridesToString(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                return false;
            }

            if (current.GetMembers("ToString").Any(static m => m is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true }))
            {
                return true;
            }
        }

        return false;
    }
}
