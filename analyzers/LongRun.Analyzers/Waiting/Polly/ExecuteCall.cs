using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Values;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>A call that runs a callback through a policy or pipeline of Polly, and what may end it from outside.</summary>
internal sealed class ExecuteCall
{
    private readonly FlowContext _context;
    private readonly Handler _callback;
    private readonly RetryStrategy _strategy;
    private readonly IInvocationOperation _call;

    internal ExecuteCall(IInvocationOperation call, Handler callback, RetryStrategy strategy, FlowContext context)
    {
        _call = call;
        _callback = callback;
        _strategy = strategy;
        _context = context;
    }

    /// <summary>Whether its wait is given a limit: a token with a time-out, a time-out of its task, or a pipeline around it, which may have one.</summary>
    internal bool HasLimit => UsesTimedToken || IsLimitedOutside || IsInsideAnother || Arguments("ResilienceContext").Any(c => !IsPlainContext(c));

    /// <summary>Whether a token is passed on that somebody may fire.</summary>
    internal bool HasToken => Arguments("CancellationToken").Any(IsToken) || Arguments("ResilienceContext").Any(HasTokenInside) || UsesTokenInside;

    /// <summary>Where that stands in the source which runs with each attempt, or makes the call.</summary>
    private IEnumerable<TextSpan> Spans => _callback.Functions.Select(static f => Handler.BodyOf(f.Syntax)).Append(_call.Syntax.Span);

    // A token that each attempt gets from Polly is the one that the call was given, if any.
    private bool UsesTimedToken =>
        Inside().Any(o => o is ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation && !IsOfCallback(o) && _context.TimedTokens.IsTimed(o, _callback.Body))
        || _call.Arguments.Any(static a => a.Value.DescendantsAndSelf().Any(static o => o is IObjectCreationOperation { Type.Name: "CancellationTokenSource", Arguments.Length: > 0 }));

    private bool UsesTokenInside => Inside().Concat(_strategy.Operations).Any(o =>
        o.Type is { Name: "CancellationToken" }
        && o is ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation { Property.Name: not "None" }
        && !o.DescendantsAndSelf().Any(IsOfCallback));

    /// <summary>Whether somebody else decides how long its task is waited for: <c>WaitAsync(time)</c>, or a task that is kept.</summary>
    private bool IsLimitedOutside
    {
        get
        {
            if (_call.Type is not { Name: "Task" or "ValueTask" })
            {
                return false;
            }

            return Taker(_call) is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } }
                ? !WaitsOnly(Taker(_call))
                : !_context.Operations.OfType<ILocalReferenceOperation>()
                    .Where(l => SymbolEqualityComparer.Default.Equals(l.Local, kept))
                    .All(l => WaitsOnly(Taker(l)));
        }
    }

    private static IOperation? Taker(IOperation task)
    {
        IOperation? outer = task.Parent;
        while (outer is IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" or "WhenAll" })
        {
            outer = outer.Parent;
        }

        return outer;
    }

    private static bool WaitsOnly(IOperation? taker) => taker is IAwaitOperation or IReturnOperation or IExpressionStatementOperation
        or ISimpleAssignmentOperation { Target: IDiscardOperation }
        or IPropertyReferenceOperation { Property.Name: "Result" }
        or IInvocationOperation { TargetMethod.Name: "GetAwaiter" }
        or IInvocationOperation { TargetMethod.Name: "Wait", Arguments.IsEmpty: true };

    /// <summary>Whether another pipeline runs it: its time-out, if it has one, comes with the token.</summary>
    private bool IsInsideAnother
    {
        get
        {
            for (IOperation? outer = _call.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is IInvocationOperation { TargetMethod: var method } && PollyMethods.IsExecute(method))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool IsOfCallback(IOperation operation) =>
        operation is IParameterReferenceOperation { Parameter: var parameter } && _callback.Functions.Any(f => SymbolEqualityComparer.Default.Equals(f.Symbol, parameter.ContainingSymbol));

    private IEnumerable<IOperation> Inside() => _context.Operations.Where(o => Spans.Any(s => s.Contains(o.Syntax.Span)));

    private IEnumerable<IOperation> Arguments(string type) => _call.Arguments
        .Where(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == type)
        .Select(static a => a.Value);

    private static bool IsToken(IOperation value) => WaitArguments.Plain(value) is not (null or IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" } or ILiteralOperation);

    /// <summary>A context taken from the pool in sight, with no token that fires by itself.</summary>
    private bool IsPlainContext(IOperation context) =>
        Made(context) is IInvocationOperation { TargetMethod.Name: "Get" } get && !get.Arguments.Any(a => _context.TimedTokens.IsTimed(a.Value));

    private bool HasTokenInside(IOperation context) =>
        Made(context) is not IInvocationOperation { TargetMethod.Name: "Get" } get
        || get.Arguments.Any(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == "CancellationToken" && IsToken(a.Value));

    private IOperation? Made(IOperation context) => WaitArguments.Plain(context) is ILocalReferenceOperation local ? LocalValues.OnlyOperation(local, _context.CancellationToken) : WaitArguments.Plain(context);
}
