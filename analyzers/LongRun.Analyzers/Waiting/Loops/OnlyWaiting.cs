using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Whether a loop does nothing but wait: it asks, pauses, looks at statuses, counts, logs, and leaves.</summary>
internal static class OnlyWaiting
{
    private static readonly string[] Bookkeeping = ["Remove", "RemoveAt", "RemoveAll", "Dequeue", "TryDequeue", "ThrowIfCancellationRequested", "WaitForNextTickAsync", "MoveNextAsync", "NextDouble", "Next", "Restart", "GetElapsedTime", "GetUtcNow", "GetTimestamp", "CancelAfter", "CreateLinkedTokenSource", "ThrowIf", "ThrowIfNull"];

    internal static bool Holds(WaitingBody body, PollingLoop loop) =>
        loop.Operations().Where(o => !IsSource(loop, o)).All(o => IsPartOfWaiting(body, loop, o));

    // What a foreach goes over is asked for once, before the first turn.
    private static bool IsSource(PollingLoop loop, IOperation operation) =>
        loop.Place.Statement is CommonForEachStatementSyntax statement && statement.Expression.Span.Contains(operation.Syntax.Span);

    private static bool IsPartOfWaiting(WaitingBody body, PollingLoop loop, IOperation operation) => operation switch
    {
        IInvocationOperation call => IsPartOfWaiting(body, call),

        // Somebody's flag ends it: no time limit and no token stands for that.
        IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_Boolean, IsConst: false }, Instance: null or IInstanceReferenceOperation } => false,
        IPropertyReferenceOperation { Property.Type.SpecialType: SpecialType.System_Boolean, Instance: null or IInstanceReferenceOperation } => false,
        IReturnOperation { Kind: OperationKind.YieldReturn } => false,

        // What is written must be the loop's own or the function's own; anything else is for somebody to see.
        IAssignmentOperation assignment => IsOwn(assignment.Target),
        IIncrementOrDecrementOperation change => IsOwn(change.Target),
        IObjectCreationOperation { Type: { } type } creation => IsException(type) || !creation.Arguments.Any(static a => a.Value.Type is { SpecialType: SpecialType.None, IsReferenceType: true }) || IsBookkeeping(type),
        IEventAssignmentOperation or IDynamicInvocationOperation or IUsingOperation or ILockOperation => false,
        ILoopOperation inner => inner.Syntax == loop.Place.Statement || inner is IForEachLoopOperation,
        _ => true,
    };

    private static bool IsPartOfWaiting(WaitingBody body, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (CallRoles.Of(body.Contract, call).AsksForStatus)
        {
            return true;
        }

        string type = method.ContainingType.Name;
        if (IsSignal(call))
        {
            return false;
        }

        bool isPause = (method.Name == "Delay" && type is "Task" or "TimeProviderTaskExtensions") || (method.Name is "Sleep" && type == "Thread") || method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Wait" or "WaitOne" or "WhenAll" or "Yield";
        return isPause
            || Bookkeeping.Contains(method.Name)
            || (InertCalls.Contains(method) && !Collects(method))
            || (method.MethodKind == MethodKind.DelegateInvoke && InertCalls.IsProgress(Decision.VariableOf(call.Instance)))
            || method.MethodKind == MethodKind.LocalFunction
            || OnlyPauses(body, method);
    }

    // A helper of the same type that holds the pause and nothing else.
    private static bool OnlyPauses(WaitingBody body, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, body.Owner.ContainingType)
        && method is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: [var declaration] }
        && declaration.GetSyntax(body.CancellationToken) is MethodDeclarationSyntax helper
        && NamesOfCalls(helper).ToArray() is { Length: > 0 } calls
        && calls.Any(static name => name is "Delay" or "Sleep")
        && calls.All(static name => name is "Delay" or "Sleep" or "ConfigureAwait" || name.StartsWith("From", StringComparison.Ordinal))
        && !helper.DescendantNodes().Any(static n => n is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or ThrowStatementSyntax or ObjectCreationExpressionSyntax);

    private static IEnumerable<string> NamesOfCalls(MethodDeclarationSyntax helper) => helper.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Select(static call => call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : call.Expression.ToString());

    // Somebody's event ends the loop, or another task; a token stands for its own handle.
    private static bool IsSignal(IInvocationOperation call) => call is { TargetMethod: { Name: "Wait" or "WaitOne", ReturnType.SpecialType: SpecialType.System_Boolean } }
        && call.Parent is not IExpressionStatementOperation
        && call.Instance is not IPropertyReferenceOperation { Property: { Name: "WaitHandle", ContainingType.Name: "CancellationToken" } };

    // Results that are gathered are work of the caller's own.
    private static bool Collects(IMethodSymbol method) => method.Name is "Add" or "AddRange" or "TryAdd" or "Enqueue" or "Push" or "Insert" or "AddOrUpdate";

    private static bool IsOwn(IOperation target) => target switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation => true,
        ITupleOperation tuple => tuple.Elements.All(IsOwn),
        IPropertyReferenceOperation { Parent.Parent: IObjectOrCollectionInitializerOperation } => true,
        _ => false,
    };

    private static bool IsBookkeeping(ITypeSymbol type) => type.Name is "CancellationTokenSource" or "PeriodicTimer";

    private static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level is { Name: "Exception", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }
}
