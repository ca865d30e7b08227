using System.Collections.Immutable;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Reads what a strategy handles: <c>Policy.HandleResult(…).Or&lt;X&gt;()</c>, <c>new PredicateBuilder().HandleResult(…)</c>, or a function.</summary>
internal sealed class ResultTests
{
    // Longer chains are not written by people.
    private const int MaxSteps = 32;

    private readonly FlowContext _context;
    private readonly Origin _origin;
    private readonly Handlers _handlers;

    internal ResultTests(FlowContext context, Origin origin, Handlers handlers)
    {
        _context = context;
        _origin = origin;
        _handlers = handlers;
    }

    /// <summary>The conditions on results, none where only exceptions are handled; <see langword="null"/> where not all is in sight.</summary>
    internal ImmutableArray<ResultTest>? Of(IOperation? handled)
    {
        ImmutableArray<ResultTest>.Builder tests = ImmutableArray.CreateBuilder<ResultTest>();
        for (int step = 0; step < MaxSteps; step++)
        {
            switch (Maker(handled))
            {
                case IObjectCreationOperation { Type.Name: "PredicateBuilder" }:
                    return tests.ToImmutable();
                case IAnonymousFunctionOperation or IMethodReferenceOperation when tests.Count == 0:
                    return _handlers.Of(handled) is { } predicate ? ImmutableArray.Create(ResultTest.Of(predicate, takesAttempt: true)) : null;
                case IInvocationOperation call when PollyMethods.Contains(call.TargetMethod):
                    if (!Add(call, tests))
                    {
                        return null;
                    }

                    if (CallSite.Receiver(call) is not { } receiver)
                    {
                        return tests.ToImmutable();
                    }

                    handled = receiver;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private IOperation? Maker(IOperation? handled)
    {
        // A builder turns into the predicate that it has built.
        while (handled is IConversionOperation conversion)
        {
            handled = conversion.Operand;
        }

        // One that is named twice may have been added to in between.
        return handled is ILocalReferenceOperation local && LocalScope.Declaration(local, _context.CancellationToken) is { } declaration && LocalScope.Uses(declaration).Skip(1).Any()
            ? null
            : _origin.Of(handled);
    }

    private bool Add(IInvocationOperation call, ImmutableArray<ResultTest>.Builder tests)
    {
        switch (call.TargetMethod.Name)
        {
            case "Handle" or "HandleInner" or "Or" or "OrInner" or "Build":
                return true;
            case "HandleResult" or "OrResult" when call.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit).ToArray() is [var only]:
                if (only.Parameter?.Type.TypeKind != TypeKind.Delegate)
                {
                    tests.Add(ResultTest.Equal(only.Value, _context));
                    return true;
                }

                if (_handlers.Of(only.Value) is not { } predicate)
                {
                    return false;
                }

                tests.Add(ResultTest.Of(predicate, takesAttempt: false));
                return true;
            default:
                return false;
        }
    }
}
