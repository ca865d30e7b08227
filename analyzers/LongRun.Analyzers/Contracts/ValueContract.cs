using System.Collections.Immutable;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>What the contract says of the values that a parameter, property, field or return takes.</summary>
internal sealed class ValueContract
{
    internal static readonly ValueContract None = new();

    internal UrlRule? Url { get; private set; }

    internal ImmutableArray<string> UrlSchemes { get; private set; } = ImmutableArray<string>.Empty;

    internal ImmutableArray<string> UrlHosts { get; private set; } = ImmutableArray<string>.Empty;

    internal bool IsSecret { get; private set; }

    internal bool IsIdempotencyKey { get; private set; }

    /// <summary>Collects what the attributes of all declarations of one thing say; the first of a kind counts.</summary>
    internal static ValueContract Read(IEnumerable<AttributeData> attributes)
    {
        ValueContract? contract = null;
        foreach (AttributeData attribute in attributes)
        {
            if (AttributeReader.ContractName(attribute) is { } name)
            {
                (contract ??= new ValueContract()).Add(name, attribute);
            }
        }

        return contract ?? None;
    }

    private void Add(string name, AttributeData attribute)
    {
        switch (name)
        {
            case ContractNames.UrlConstraint when Url is null:
                UrlSchemes = AttributeReader.Texts(attribute, "Schemes");
                UrlHosts = AttributeReader.Texts(attribute, "Hosts");
                Url = new UrlRule(AttributeReader.Text(attribute, "Provider"), UrlSchemes, UrlHosts, AttributeReader.Texts(attribute, "Forms"), AttributeReader.Text(attribute, "IdPattern"));
                break;
            case ContractNames.Secret:
                IsSecret = true;
                break;
            case ContractNames.IdempotencyKey:
                IsIdempotencyKey = true;
                break;
        }
    }
}
