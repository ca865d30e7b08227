using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Collections: arrays, list initialisers, collection expressions, and the ways to write an empty one.</summary>
internal static class CollectionValues
{
    internal static KnownValue? Evaluate(IOperation operation, int depth, CancellationToken cancellationToken) => operation switch
    {
        // Roslyn 4.8 has no operation for it (the kind is None), so that it is told by its syntax on every version.
        { Syntax: CollectionExpressionSyntax expression } => OfExpression(expression, operation.SemanticModel, depth, cancellationToken),
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => OfArray(array, depth, cancellationToken),
        IArrayInitializerOperation plain => KnownValue.OfItems(plain.Syntax, Items(plain, depth, cancellationToken), hasAll: true),
        IObjectCreationOperation { Type: INamedTypeSymbol type } list when IsPlainList(type) => OfList(list, depth, cancellationToken),
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true, Parameters.Length: 0, ContainingType.Name: "Array" or "Enumerable" } } empty => KnownValue.OfItems(empty.Syntax, ImmutableArray<KnownValue?>.Empty, hasAll: true),
        _ => null,
    };

    /// <summary>An item; a text that its type converts from counts as that text.</summary>
    private static KnownValue? Item(IOperation? operation, int depth, CancellationToken cancellationToken)
    {
        while (operation is IConversionOperation { OperatorMethod.Parameters: [{ Type.SpecialType: SpecialType.System_String }] } conversion)
        {
            operation = conversion.Operand;
        }

        while (operation is IConversionOperation { IsImplicit: true } conversion && conversion.OperatorMethod is null)
        {
            operation = conversion.Operand;
        }

        // Known values of open sets are static members; each is the same as itself.
        return operation is IPropertyReferenceOperation { Property: { IsStatic: true, IsReadOnly: true } property } && property.GetAttributes().Any(static a => a.AttributeClass?.Name == Contracts.ContractNames.StatusValue)
            ? KnownValue.OfOther(operation.Syntax, property.ToDisplayString())
            : ValueEvaluator.Evaluate(operation, depth, cancellationToken);
    }

    private static ImmutableArray<KnownValue?> Items(IArrayInitializerOperation initializer, int depth, CancellationToken cancellationToken) =>
        initializer.ElementValues.Select(v => Item(v, depth, cancellationToken)).ToImmutableArray();

    private static KnownValue OfExpression(CollectionExpressionSyntax expression, SemanticModel? model, int depth, CancellationToken cancellationToken)
    {
        bool hasAll = true;
        ImmutableArray<KnownValue?>.Builder items = ImmutableArray.CreateBuilder<KnownValue?>();
        foreach (CollectionElementSyntax element in expression.Elements)
        {
            if (element is ExpressionElementSyntax single)
            {
                items.Add(Item(model?.GetOperation(single.Expression, cancellationToken), depth, cancellationToken));
            }
            else
            {
                hasAll = false;
            }
        }

        return KnownValue.OfItems(expression, items.ToImmutable(), hasAll);
    }

    private static KnownValue? OfArray(IArrayCreationOperation array, int depth, CancellationToken cancellationToken)
    {
        if (array.Initializer is { } initializer)
        {
            return KnownValue.OfItems(array.Syntax, Items(initializer, depth, cancellationToken), hasAll: true);
        }

        return ValueEvaluator.Evaluate(array.DimensionSizes[0], depth, cancellationToken)?.Number == 0 ? KnownValue.OfItems(array.Syntax, ImmutableArray<KnownValue?>.Empty, hasAll: true) : null;
    }

    private static KnownValue? OfList(IObjectCreationOperation list, int depth, CancellationToken cancellationToken)
    {
        // A capacity adds nothing; another collection does.
        if (list.Arguments.Any(static a => a.Parameter?.Type.SpecialType != SpecialType.System_Int32))
        {
            return null;
        }

        ImmutableArray<KnownValue?>.Builder items = ImmutableArray.CreateBuilder<KnownValue?>();
        foreach (IOperation step in list.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (step is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add)
            {
                return null;
            }

            items.Add(Item(add.Arguments[0].Value, depth, cancellationToken));
        }

        return KnownValue.OfItems(list.Syntax, items.ToImmutable(), hasAll: true);
    }

    // Not a set: it drops what repeats, by a comparer of its own.
    private static bool IsPlainList(INamedTypeSymbol type) =>
        type is { Name: "List" or "Collection" or "ObservableCollection", TypeArguments.Length: 1 } && type.ContainingNamespace?.ContainingNamespace is { Name: "Collections" };
}
