using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Sets that are written out: an array or collection expression in place, in a local, or in a <c>static readonly</c> field.</summary>
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
        if (ValueEvaluator.Evaluate(model.GetOperation(set.Syntax, context.CancellationToken), context.CancellationToken) is not { Kind: KnownValueKind.Items, HasAllItems: true, Items: var items })
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
}
