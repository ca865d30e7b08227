using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Constraints;

/// <summary>Finds out which media profile an expression is: a generated one, or the narrowest of several.</summary>
internal static class MediaProfiles
{
    // Profiles of profiles of profiles are not written by people.
    private const int MaxDepth = 8;

    internal static MediaProfile? Resolve(IOperation? operation, Contract contract, CancellationToken cancellationToken, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (operation)
        {
            case IConversionOperation conversion:
                return Resolve(conversion.Operand, contract, cancellationToken, depth + 1);
            case ILocalReferenceOperation local:
                return Resolve(LocalValues.OnlyOperation(local, cancellationToken), contract, cancellationToken, depth + 1);
            case IPropertyReferenceOperation property:
                return contract.ProfileOf(property.Property);
            case IFieldReferenceOperation field:
                return Resolve(FieldValues.OnlyOperation(field, cancellationToken), contract, cancellationToken, depth + 1);
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "All" or "Narrowest", ReturnType.Name: "MediaProfile" }, Arguments: [var given] }:
                return Narrowest(given.Value, contract, cancellationToken, depth + 1);
            default:
                return null;
        }
    }
    private static MediaProfile? Narrowest(IOperation given, Contract contract, CancellationToken cancellationToken, int depth)
    {
        if (given is ILocalReferenceOperation local && LocalValues.OnlyOperation(local, cancellationToken) is { } kept)
        {
            given = kept;
        }

        IEnumerable<IOperation?> elements = given switch
        {
            IArrayCreationOperation { Initializer: { } array } => array.ElementValues,
            { Syntax: CollectionExpressionSyntax expression } => expression.Elements.Select(e => e is ExpressionElementSyntax single ? given.SemanticModel?.GetOperation(single.Expression, cancellationToken) : null),
            _ => [],
        };
        var profiles = new List<MediaProfile>();
        foreach (IOperation? element in elements)
        {
            if (Resolve(element, contract, cancellationToken, depth) is not { } profile)
            {
                return null;
            }

            profiles.Add(profile);
        }

        return profiles.Count == 0 ? null : MediaProfile.Narrowest(profiles.ToArray());
    }
}
