using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A call that keeps its thread until something is done: <c>Thread.Sleep</c>, <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>.</summary>
internal sealed class BlockingCall
{
    private BlockingCall(IOperation operation, IOperation? task, string text, string advice)
    {
        Operation = operation;
        Task = task;
        Text = text;
        Advice = advice;
    }

    internal IOperation Operation { get; }

    internal SyntaxNode Syntax => Operation.Syntax;

    /// <summary>The task that it waits for; <see langword="null"/> for a sleep.</summary>
    internal IOperation? Task { get; }

    internal string Text { get; }

    internal string Advice { get; }

    /// <summary>Where it is reported: at the member's name.</summary>
    internal Location Place => (Syntax is InvocationExpressionSyntax call ? call.Expression : Syntax) switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var other => other.GetLocation(),
    };

    internal static BlockingCall? Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "Sleep", ContainingType.Name: "Thread" } }:
                return new BlockingCall(operation, null, "Thread.Sleep", "Write 'await Task.Delay(…)'");
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } result when operation.Parent is not INameOfOperation:
                return new BlockingCall(operation, result.Instance, "Result", "Await the task");
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" } } wait:
                return new BlockingCall(operation, wait.Instance, "Wait()", "Await the task");
            case IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" } } wait:
                return new BlockingCall(operation, null, wait.TargetMethod.Name, "Await 'Task.When…'");
            case IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: var task } }:
                return new BlockingCall(operation, task, "GetAwaiter().GetResult()", "Await the task");
            default:
                return null;
        }
    }
}
