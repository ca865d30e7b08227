using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Tasks whose result is there when it is taken: somebody has awaited them before, or asked whether they are done.</summary>
internal static class DoneTask
{
    /// <summary>Whether the code before the call knows that the task is done. Which way it went is not followed: code that asks knows more than the rules.</summary>
    internal static bool IsOf(WaitingBody body, BlockingCall call)
    {
        ISymbol[] names = NamesOf(body, call.Task).ToArray();
        return names.Length > 0 && body.Operations.Any(o => o.Syntax.SpanStart < call.Syntax.SpanStart && LooksAt(o, names));
    }

    /// <summary>The variable that holds the task, and the one that holds all of them where a <c>foreach</c> takes it from there.</summary>
    private static IEnumerable<ISymbol> NamesOf(WaitingBody body, IOperation? task)
    {
        while (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } inner })
        {
            task = inner;
        }

        ISymbol? variable = Decision.VariableOf(task is IArrayElementReferenceOperation element ? element.ArrayReference : task);
        if (variable is null)
        {
            yield break;
        }

        yield return variable;
        foreach (IForEachLoopOperation loop in body.Operations.OfType<IForEachLoopOperation>())
        {
            if (loop.Locals.Any(l => SymbolEqualityComparer.Default.Equals(l, variable)) && Decision.VariableOf(loop.Collection) is { } all)
            {
                yield return all;
            }
        }
    }

    private static bool LooksAt(IOperation operation, ISymbol[] names) => operation switch
    {
        IAwaitOperation awaited => awaited.Operation.DescendantsAndSelf().Any(o => IsAny(o, names)),
        IPropertyReferenceOperation { Property: { Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status", ContainingType.Name: "Task" or "ValueTask" } } state => IsAny(state.Instance, names),
        _ => false,
    };

    private static bool IsAny(IOperation? operation, ISymbol[] names) =>
        Decision.VariableOf(operation) is { } variable && names.Contains(variable, SymbolEqualityComparer.Default);
}
