using System.Collections.Immutable;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>What the contract says of the values that a parameter, property, field or return takes.</summary>
internal sealed class ValueContract
{
    internal static readonly ValueContract None = new();

    /// <summary>Nothing but that it is a secret.</summary>
    internal static readonly ValueContract SecretOnly = new() { IsSecret = true };

    internal UrlRule? Url { get; private set; }

    internal ImmutableArray<string> UrlSchemes { get; private set; } = ImmutableArray<string>.Empty;

    internal ImmutableArray<string> UrlHosts { get; private set; } = ImmutableArray<string>.Empty;

    internal DurationRule? Duration { get; private set; }

    internal NumberRule? Number { get; private set; }

    internal TextRule? Text { get; private set; }

    internal ItemsRule? Items { get; private set; }

    /// <summary>The closed list of texts.</summary>
    internal AllowedTextsRule? AllowedTexts { get; private set; }

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
            case ContractNames.DurationConstraint when Duration is null:
                Duration = new DurationRule(
                    AttributeReader.Number(attribute, "MinSeconds", double.NegativeInfinity),
                    AttributeReader.Number(attribute, "MaxSeconds", double.PositiveInfinity));
                break;
            case ContractNames.NumberConstraint when Number is null:
                Number = new NumberRule(
                    AttributeReader.Number(attribute, "Minimum", double.NegativeInfinity),
                    AttributeReader.Number(attribute, "Maximum", double.PositiveInfinity),
                    AttributeReader.Flag(attribute, "MinimumIsExclusive"),
                    AttributeReader.Flag(attribute, "MaximumIsExclusive"),
                    AttributeReader.Number(attribute, "MultipleOf", 0));
                break;
            case ContractNames.TextConstraint when Text is null:
                Text = new TextRule(
                    (int)AttributeReader.Number(attribute, "MinLength", 0),
                    (int)AttributeReader.Number(attribute, "MaxLength", int.MaxValue),
                    AttributeReader.Text(attribute, "Pattern"));
                break;
            case ContractNames.ItemsConstraint when Items is null:
                Items = new ItemsRule(
                    (int)AttributeReader.Number(attribute, "MinItems", 0),
                    (int)AttributeReader.Number(attribute, "MaxItems", int.MaxValue),
                    AttributeReader.Flag(attribute, "UniqueItems"));
                break;
            case ContractNames.AllowedValues when AllowedTexts is null && attribute.ConstructorArguments.Length == 1 && AttributeReader.Texts(attribute.ConstructorArguments[0], skipNull: true) is { IsEmpty: false } texts:
                AllowedTexts = new AllowedTextsRule(texts);
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
