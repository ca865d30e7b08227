using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
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
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "All" or "Narrowest", ReturnType.Name: "MediaProfile" }, Arguments: [{ Value: IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements } }] }:
                var profiles = new List<MediaProfile>(elements.Length);
                foreach (IOperation element in elements)
                {
                    if (Resolve(element, contract, cancellationToken, depth + 1) is not { } profile)
                    {
                        return null;
                    }

                    profiles.Add(profile);
                }

                return MediaProfile.Narrowest(profiles.ToArray());
            default:
                return null;
        }
    }
}
