using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>
/// Every place where one thing is declared: a member, what it overrides, the interface members it implements, and for a
/// positional record the parameter and the property. An attribute on any of them counts.
/// </summary>
internal static class Declarations
{
    internal static IEnumerable<ISymbol> Of(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol is IMethodSymbol { ReducedFrom: { } unreduced })
        {
            symbol = unreduced.OriginalDefinition;
        }

        if (symbol is IParameterSymbol parameter)
        {
            return OfParameter(parameter);
        }

        return symbol is IPropertySymbol property ? OfMember(property).Concat(PositionalParameter(property)) : OfMember(symbol);
    }

    private static IEnumerable<ISymbol> OfMember(ISymbol symbol)
    {
        for (ISymbol? level = symbol; level is not null; level = Overridden(level)?.OriginalDefinition)
        {
            yield return level;
            foreach (ISymbol implemented in Implemented(level))
            {
                yield return implemented.OriginalDefinition;
            }
        }
    }

    private static IEnumerable<ISymbol> OfParameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol and not IPropertySymbol)
        {
            yield return parameter;
            yield break;
        }

        foreach (ISymbol owner in OfMember(parameter.ContainingSymbol))
        {
            var parameters = (owner as IMethodSymbol)?.Parameters ?? ((IPropertySymbol)owner).Parameters;
            if (parameter.Ordinal < parameters.Length)
            {
                yield return parameters[parameter.Ordinal];
            }
        }

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record })
        {
            foreach (ISymbol member in record.GetMembers(parameter.Name))
            {
                if (member is IPropertySymbol property)
                {
                    yield return property;
                }
            }
        }
        else if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } set })
        {
            yield return set;
        }
    }

    private static IEnumerable<ISymbol> PositionalParameter(IPropertySymbol property)
    {
        if (property.ContainingType is not { IsRecord: true } record)
        {
            yield break;
        }

        foreach (IMethodSymbol constructor in record.InstanceConstructors)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (parameter.Name == property.Name)
                {
                    yield return parameter;
                }
            }
        }
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static IEnumerable<ISymbol> Implemented(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol)
            || symbol.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (ISymbol member in symbol is IMethodSymbol method ? method.ExplicitInterfaceImplementations.CastArray<ISymbol>() : ((IPropertySymbol)symbol).ExplicitInterfaceImplementations.CastArray<ISymbol>())
        {
            yield return member;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            foreach (ISymbol member in @interface.GetMembers(symbol.Name))
            {
                if (member.Kind == symbol.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                {
                    yield return member;
                }
            }
        }
    }
}
