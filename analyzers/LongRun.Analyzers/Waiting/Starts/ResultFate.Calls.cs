using LongRun.Analyzers.Waiting.Polly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Starts;

/// <content>Calls: those that hand the result on, those that only look at a task, and all others, which may keep it.</content>
internal sealed partial class ResultFate
{
    private Fate FollowCallOn(IInvocationOperation call)
    {
        ITypeSymbol? type = call.Instance?.Type;
        string name = call.TargetMethod.Name;
        if (TaskTypes.IsTask(type))
        {
            return name switch
            {
                "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" => Follow(call),
                "WaitAsync" => Follow(call).Raced(),
                "Wait" => Fate.ThrownAway(call).Awaited(),
                "ContinueWith" => TakesResult(call) ? Fate.Kept : Fate.Several(isAwaited: false),
                "Dispose" => Fate.LookedAt,
                _ => Fate.Kept,
            };
        }

        if (TaskTypes.IsManyTasks(type))
        {
            return name switch
            {
                "ToArray" or "Dequeue" or "Pop" or "Peek" => Follow(call),
                "ForEach" => TakesResult(call) ? Fate.Kept : Fate.Several(isAwaited: true),
                "Add" or "AddLast" or "AddRange" or "Enqueue" or "Push" or "Remove" or "RemoveAt" or "Clear" or "Contains" => Fate.LookedAt,
                _ => Fate.Kept,
            };
        }

        return name == "GetResult" && type?.Name.Contains("Awaiter") == true ? Follow(call).Awaited()
            : name == "GetAwaiter" ? Follow(call)
            : Fate.Kept;
    }

    private Fate FollowArgument(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => FollowArgument(argument, call),
        IObjectCreationOperation made when TaskTypes.IsTask(made.Type) || IsListOfTasks(made.Type) => Follow(made),
        _ => Fate.Kept,
    };

    private Fate FollowArgument(IArgumentOperation argument, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.ContainingType)
        {
            case { Name: "Task" or "TaskExtensions" } type when TaskTypes.IsThreadingTasks(type.ContainingNamespace):
                return method.Name switch
                {
                    "WhenAll" or "WhenEach" or "Unwrap" => Follow(call),
                    "WhenAny" => argument.Value is ILocalReferenceOperation or IConversionOperation { Operand: ILocalReferenceOperation } ? Follow(call) : Follow(call).Raced(),
                    "WaitAll" or "WaitAny" => Fate.ThrownAway(call).Awaited(),
                    _ => Fate.Kept,
                };

            case { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } }:
                return argument.Parameter?.Ordinal == 0 && method.Name is "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable" or "AsParallel" or "Concat" or "Append" or "Reverse" or "Cast" or "Take" or "Skip"
                    ? Follow(call)
                    : Fate.Kept;
        }

        if (!TaskTypes.IsManyTasks(call.Instance?.Type))
        {
            return Fate.Kept;
        }

        switch (method.Name)
        {
            case "Remove" or "Contains":
                return Fate.LookedAt;

            // tasks.Add(api.CreateAsync(…)): what is in a local list goes where the list goes.
            case "Add" or "AddRange" or "Enqueue" or "Push" or "AddLast" when call.Instance is ILocalReferenceOperation { Local: var list }:
                return FollowLocal(list, call);
            case "Add" when call.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
                && call.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation made }:
                return Follow(made);
            default:
                return Fate.Kept;
        }
    }

    /// <summary>What a lambda returns goes where the method that runs it takes it; most of them are unknown.</summary>
    private Fate FollowLambda(IAnonymousFunctionOperation lambda)
    {
        if (lambda.Parent is not IDelegateCreationOperation || BodyUses.Taker(lambda) is not IArgumentOperation { Parent: IInvocationOperation call })
        {
            return Fate.Kept;
        }

        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        switch (call.TargetMethod.Name)
        {
            case "Select" when type.Name is "Enumerable" or "ParallelEnumerable":
            case "Run" when TaskTypes.IsTask(type):
            case "StartNew" when type.Name == "TaskFactory":
            case { } when PollyMethods.IsExecute(call.TargetMethod):
                return Follow(call);
            case "ForEachAsync" when type is { Name: "Parallel" } && TaskTypes.IsThreadingTasks(type.ContainingNamespace):
                return Fate.ThrownAway(lambda).Awaited();
            default:
                return Fate.Kept;
        }
    }

    /// <summary>Whether the delegate may take the result: any use of its task but a look at how it ended.</summary>
    private bool TakesResult(IInvocationOperation call)
    {
        IOperation? function = call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value;
        return function is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var task, ..] } }
            || !_uses.MentionsOf(task).All(use => Follow(use) is { IsDropped: true });
    }

    private static bool IsListOfTasks(ITypeSymbol? type) => TaskTypes.IsManyTasks(type) && type is INamedTypeSymbol { ContainingNamespace.Name: "Generic" or "Concurrent" };
}
