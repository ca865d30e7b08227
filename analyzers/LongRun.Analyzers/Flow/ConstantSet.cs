using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// Sets that are written out: an array or collection expression in place, in a local, or in a <c>static readonly</c> field;
/// a <c>HashSet</c> or its like too, where nothing is seen to change it.
/// </summary>
internal static class ConstantSet
{
    /// <summary>The members, each as the operation that says it; <see langword="null"/> where not all are known.</summary>
    internal static IReadOnlyList<IOperation>? Of(IOperation set, FlowContext context)
    {
        if (context.Root.SemanticModel is not { } model || set.Syntax.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        // Lowered operations have no semantic model; the source's have.
        IOperation? source = model.GetOperation(set.Syntax, context.CancellationToken);
        return Listed(source, model, context) ?? OfSet(source, model, context);
    }

    private static IReadOnlyList<IOperation>? Listed(IOperation? list, SemanticModel model, FlowContext context)
    {
        if (ValueEvaluator.Evaluate(list, context.CancellationToken) is not { Kind: KnownValueKind.Items, HasAllItems: true, Items: var items })
        {
            return null;
        }

        var members = new List<IOperation>(items.Length);
        foreach (KnownValue? item in items)
        {
            if (item?.Source is not { } source || source.SyntaxTree != model.SyntaxTree || model.GetOperation(source, context.CancellationToken) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return members;
    }

    private static IReadOnlyList<IOperation>? OfSet(IOperation? set, SemanticModel model, FlowContext context)
    {
        IOperation? made = Plain(set switch
        {
            ILocalReferenceOperation local when IsOnlyAsked(local, context) => LocalValues.OnlyOperation(local, context.CancellationToken),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field } => Initializer(field, model, context),
            _ => set,
        });
        while (made is IInvocationOperation { TargetMethod.Name: "ToHashSet" or "ToFrozenSet" or "ToImmutableHashSet" } conversion)
        {
            if (conversion.Arguments.Any(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == "IEqualityComparer"))
            {
                return null;
            }

            made = Plain(CallSite.Receiver(conversion));
            if (Listed(made, model, context) is { } listed)
            {
                return listed;
            }
        }

        return made is IObjectCreationOperation { Type.Name: "HashSet" or "SortedSet" } creation ? Created(creation, model, context) : null;
    }

    private static IReadOnlyList<IOperation>? Created(IObjectCreationOperation creation, SemanticModel model, FlowContext context)
    {
        var members = new List<IOperation>();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            // Not with a comparer of its own.
            if (Listed(argument.Value, model, context) is not { } listed)
            {
                return null;
            }

            members.AddRange(listed);
        }

        foreach (IOperation step in creation.Initializer?.Initializers ?? System.Collections.Immutable.ImmutableArray<IOperation>.Empty)
        {
            if (step is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var item] })
            {
                return null;
            }

            members.Add(item.Value);
        }

        return members;
    }

    private static bool IsOnlyAsked(ILocalReferenceOperation local, FlowContext context) => context.Operations
        .OfType<ILocalReferenceOperation>()
        .Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local.Local))
        .All(static r => r.Parent is IInvocationOperation { TargetMethod.Name: "Contains" } or IVariableInitializerOperation or IConversionOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Contains" } });

    private static IOperation? Initializer(IFieldSymbol field, SemanticModel model, FlowContext context) =>
        field.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? model.GetOperation(value, context.CancellationToken)
            : null;

    private static IOperation? Plain(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
