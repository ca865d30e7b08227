using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>Deconstruction by a type's own method, as that of a positional record.</summary>
internal static class DeconstructedParts
{
    /// <summary>The method that takes the value apart; <see langword="null"/> for a tuple.</summary>
    internal static IMethodSymbol? MethodOf(IDeconstructionAssignmentOperation operation)
    {
        if (operation.SemanticModel is { } model && operation.Syntax is AssignmentExpressionSyntax syntax)
        {
            return model.GetDeconstructionInfo(syntax).Method;
        }

        // The compiler's graph has no model to ask.
        IOperation target = operation.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : operation.Target;
        return operation.Value.Type is { IsTupleType: false } type && target is ITupleOperation tuple
            ? type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == tuple.Elements.Length)
            : null;
    }

    /// <summary>The property of the record that a position gives, by its name.</summary>
    internal static IPropertySymbol? PropertyAt(IMethodSymbol deconstruct, int position)
    {
        if (deconstruct.IsStatic || position < 0 || position >= deconstruct.Parameters.Length)
        {
            return null;
        }

        for (ITypeSymbol? level = deconstruct.ContainingType; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(deconstruct.Parameters[position].Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
