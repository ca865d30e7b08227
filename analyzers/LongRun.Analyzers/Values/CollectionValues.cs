using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Collections: arrays, list initialisers, collection expressions with their spreads, and the ways to write an empty one.</summary>
internal static class CollectionValues
{
    // Roslyn 4.8 knows neither; newer ones use it for params collections, which no syntax of their own tells.
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    // Longer arrays are buffers.
    private const int MaxLength = 4096;

    internal static KnownValue? Evaluate(IOperation operation, int depth, CancellationToken cancellationToken) => operation switch
    {
        // Roslyn 4.8 has no operation for it (the kind is None), so that it is told by its syntax on every version.
        { Syntax: CollectionExpressionSyntax expression } => OfExpression(expression, operation.SemanticModel, depth, cancellationToken),
        { Kind: CollectionExpression } => OfParams(operation, depth, cancellationToken),
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => OfArray(array, depth, cancellationToken),
        IArrayInitializerOperation plain => KnownValue.OfItems(plain.Syntax, Items(plain, depth, cancellationToken), hasAll: true),
        IObjectCreationOperation { Type: INamedTypeSymbol type } list when IsPlainList(type) => OfList(list, depth, cancellationToken),
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true, Parameters.Length: 0, ContainingType.Name: "Array" or "Enumerable" } } => OfNone(operation.Syntax),
        IMemberReferenceOperation { Member: { Name: "Empty", IsStatic: true, ContainingType: { TypeArguments.Length: 1, ContainingNamespace: { Name: "Immutable" or "ObjectModel", ContainingNamespace.Name: "Collections" } } } } => OfNone(operation.Syntax),
        IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: "Enumerable" }, Arguments: [var copied] } => Copied(operation, copied.Value, depth, cancellationToken),
        _ => null,
    };

    /// <summary>What an initialiser without <c>new</c> adds to a collection that is there: <c>Tags = { "a", "b" }</c>. There may be more in it.</summary>
    internal static KnownValue? Added(IObjectOrCollectionInitializerOperation initializer, CancellationToken cancellationToken) =>
        Added(initializer.Initializers, 0, cancellationToken) is { } items ? KnownValue.OfItems(initializer.Syntax, items, hasAll: false) : null;

    /// <summary>An item; a text that its type is made of counts as that text.</summary>
    private static KnownValue? Item(IOperation? operation, int depth, CancellationToken cancellationToken)
    {
        while (operation is IConversionOperation conversion
            && (conversion.OperatorMethod is null ? conversion.IsImplicit : conversion.OperatorMethod.Parameters is [{ Type.SpecialType: SpecialType.System_String }]))
        {
            operation = conversion.Operand;
        }

        return operation switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, IsReadOnly: true } property } when StatusText(property) is { } text => KnownValue.OfText(operation.Syntax, text),
            IObjectCreationOperation { Type.IsValueType: true, Arguments: [{ Parameter.Type.SpecialType: SpecialType.System_String } text], Initializer: null } => Renamed(ValueEvaluator.Evaluate(text.Value, depth, cancellationToken), operation.Syntax),
            _ => ValueEvaluator.Evaluate(operation, depth, cancellationToken),
        };
    }

    // Known values of open sets are static members that carry their text.
    private static string? StatusText(IPropertySymbol property)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == Contracts.ContractNames.StatusValue && Contracts.AttributeReader.Text(attribute, 0) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static KnownValue? Renamed(KnownValue? value, SyntaxNode source) => value?.Text is { } text ? KnownValue.OfText(source, text) : null;

    private static KnownValue OfNone(SyntaxNode source) => KnownValue.OfItems(source, ImmutableArray<KnownValue?>.Empty, hasAll: true);

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
                IOperation? spread = element is SpreadElementSyntax { Expression: var several } ? model?.GetOperation(several, cancellationToken) : null;
                hasAll &= AddSpread(items, ValueEvaluator.Evaluate(spread, depth, cancellationToken));
            }
        }

        return KnownValue.OfItems(expression, items.ToImmutable(), hasAll);
    }

    private static KnownValue OfParams(IOperation collection, int depth, CancellationToken cancellationToken)
    {
        bool hasAll = true;
        ImmutableArray<KnownValue?>.Builder items = ImmutableArray.CreateBuilder<KnownValue?>();
        foreach (IOperation element in collection.ChildOperations)
        {
            if (element.Kind == Spread)
            {
                hasAll = false;
            }
            else
            {
                items.Add(Item(element, depth, cancellationToken));
            }
        }

        return KnownValue.OfItems(collection.Syntax, items.ToImmutable(), hasAll);
    }

    private static bool AddSpread(ImmutableArray<KnownValue?>.Builder items, KnownValue? spread)
    {
        if (spread?.Kind != KnownValueKind.Items)
        {
            return false;
        }

        items.AddRange(spread.Items);
        return spread.HasAllItems;
    }

    private static KnownValue? OfArray(IArrayCreationOperation array, int depth, CancellationToken cancellationToken)
    {
        if (array.Initializer is { } initializer)
        {
            return KnownValue.OfItems(array.Syntax, Items(initializer, depth, cancellationToken), hasAll: true);
        }

        return ValueEvaluator.Evaluate(array.DimensionSizes[0], depth, cancellationToken)?.Number is >= 0 and <= MaxLength and var length
            ? KnownValue.OfItems(array.Syntax, Enumerable.Repeat((KnownValue?)null, (int)length).ToImmutableArray(), hasAll: true)
            : null;
    }

    private static KnownValue? OfList(IObjectCreationOperation list, int depth, CancellationToken cancellationToken)
    {
        // A capacity adds nothing; another collection does.
        if (list.Arguments.Any(static a => a.Parameter?.Type.SpecialType != SpecialType.System_Int32))
        {
            return null;
        }

        return Added(list.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, depth, cancellationToken) is { } items
            ? KnownValue.OfItems(list.Syntax, items, hasAll: true)
            : null;
    }

    private static ImmutableArray<KnownValue?>? Added(ImmutableArray<IOperation> steps, int depth, CancellationToken cancellationToken)
    {
        ImmutableArray<KnownValue?>.Builder items = ImmutableArray.CreateBuilder<KnownValue?>();
        foreach (IOperation step in steps)
        {
            if (step is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add)
            {
                return null;
            }

            items.Add(Item(add.Arguments[0].Value, depth, cancellationToken));
        }

        return items.ToImmutable();
    }

    private static KnownValue? Copied(IOperation copy, IOperation original, int depth, CancellationToken cancellationToken) =>
        ValueEvaluator.Evaluate(original, depth, cancellationToken) is { Kind: KnownValueKind.Items } items ? KnownValue.OfItems(copy.Syntax, items.Items, items.HasAllItems) : null;

    // Not a set: it drops what repeats, by a comparer of its own.
    private static bool IsPlainList(INamedTypeSymbol type) =>
        type is { Name: "List" or "Collection" or "ObservableCollection", TypeArguments.Length: 1 } && type.ContainingNamespace?.ContainingNamespace is { Name: "Collections" };
}
