using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Finds the idempotency key of a start, on a parameter or on a member of a parameter's class, and how it is filled.</summary>
internal sealed class KeyParser(Compilation compilation, IMethodSymbol method, AttributeData attribute, ProblemList problems)
{
    /// <summary>The parameter that is the key itself; <see langword="null"/> where there is none.</summary>
    public static IParameterSymbol? Parameter(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(static p => p.Find(ContractNames.IdempotencyKey) is not null && IsKey(p.Type) && p.RefKind == RefKind.None);

    /// <summary>The key; <see langword="null"/> where there is none, or one that was reported.</summary>
    public KeyModel? Parse()
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string name = Identifier.Escape(parameter.Name);
            if (parameter.Find(ContractNames.IdempotencyKey) is not null)
            {
                return IsKey(parameter.Type)
                    ? new KeyModel(name, null, IsGuid(parameter.Type), parameter.Type.MayBeNull(), null)
                    : Fail(parameter.Name, "it is neither a string nor a Guid");
            }

            if (RequestMembers.Of(parameter.Type).FirstOrDefault(static m => m.Find(ContractNames.IdempotencyKey) is not null) is { } member)
            {
                return ParseMember(parameter, name, member);
            }
        }

        return null;
    }

    private KeyModel? ParseMember(IParameterSymbol parameter, string name, IPropertySymbol member)
    {
        string place = $"{parameter.Name}.{member.Name}";
        if (!IsKey(member.Type))
        {
            return Fail(place, "it is neither a string nor a Guid");
        }

        if (!parameter.Type.IsReferenceType)
        {
            return Fail(place, $"{parameter.Type.Name} is no class");
        }

        if (!RequestMembers.CanSet(compilation, member))
        {
            return Fail(place, "it cannot be set");
        }

        var model = new KeyModel(name, Identifier.Escape(member.Name), IsGuid(member.Type), member.Type.MayBeNull(), null);
        if (parameter.Type.IsRecord)
        {
            return model;
        }

        return RequestMembers.CanMake(compilation, parameter.Type)
            ? model with { Copy = new KeyedCopy(TypeText.OfNotNull(parameter.Type), Copied(parameter.Type, member).ToEquatableArray()) }
            : Fail(place, $"{parameter.Type.Name} has no constructor without parameters, so it cannot be copied");
    }

    private KeyModel? Fail(string place, string reason)
    {
        problems.Add(ProblemKind.KeyNotFillable, attribute, method.Name, place, reason);
        return null;
    }

    private static bool IsKey(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || IsGuid(type);

    private static bool IsGuid(ITypeSymbol type) => type.Unwrap().Is("System", "Guid");

    private IEnumerable<string> Copied(ITypeSymbol type, IPropertySymbol key) =>
        RequestMembers.Of(type).Where(m => m.Name != key.Name && RequestMembers.CanSet(compilation, m)).Select(static m => Identifier.Escape(m.Name));
}
