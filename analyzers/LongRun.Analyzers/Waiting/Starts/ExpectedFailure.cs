using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>
/// Code that calls a start to see it fail, or does not call it at all: assertions about exceptions, set-up and checks of a
/// mock, expression trees. Told by names, because every library has its own.
/// </summary>
internal static class ExpectedFailure
{
    private static readonly string[] Words = ["Throw", "Assert", "Should", "Expect", "Invoking", "Awaiting", "Verify", "Received", "Fails"];

    /// <summary>Whether the call is one of a mock: <c>api.Received(1).CreateAsync(…)</c>.</summary>
    internal static bool IsOnMock(IInvocationOperation start) =>
        CallSite.Receiver(start) is IInvocationOperation { TargetMethod: { } maker }
        && (IsIn(maker, "NSubstitute") || Speaks(maker.Name) || maker.Name.StartsWith("DidNot", StringComparison.Ordinal));

    /// <summary>Whether a start that is dropped at the place is meant to fail.</summary>
    internal static bool Surrounds(IOperation place, WaitingBody body) => IsFollowedByFailure(place) || ExpectsException(body.Owner) || IsHandedToExpectation(place, body.Uses);

    private static bool IsHandedToExpectation(IOperation place, BodyUses uses)
    {
        for (IOperation? function = BodyUses.FunctionAround(place); function is not null; function = BodyUses.FunctionAround(function))
        {
            if (function is IAnonymousFunctionOperation { Parent: not IDelegateCreationOperation }
                || uses.HandedTo(function).Any(IsExpectation)
                || (function is ILocalFunctionOperation local && uses.CallsOf(local.Symbol).Any(call => BodyUses.FunctionAround(call) is { } caller && uses.HandedTo(caller).Any(IsExpectation))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpectation(IOperation use) => use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } }
        && (Speaks(method.Name)
            || (method.Name.Contains("Exception") && !method.Name.Contains("Handl"))
            || method.Name.StartsWith("Catch", StringComparison.Ordinal)
            || Speaks(method.ContainingType.Name)
            || method.ContainingType.Name == "Record"
            || IsIn(method, "NSubstitute"));

    // try { await api.CreateAsync(bad); Assert.Fail(); } catch …, or the same behind the handlers.
    private static bool IsFollowedByFailure(IOperation place)
    {
        ITryOperation? guarded = null;
        for (IOperation statement = place; statement.Parent is { } outer; statement = outer)
        {
            if (outer is not IBlockOperation block)
            {
                guarded = outer is ITryOperation { Catches.IsEmpty: false } around ? around : guarded;
                continue;
            }

            int next = block.Operations.IndexOf(statement) + 1;
            if (next < block.Operations.Length)
            {
                return IsFailure(block.Operations[next], isGuarded: guarded is not null || block.Parent is ITryOperation { Catches.IsEmpty: false });
            }

            if (block.Parent is not ITryOperation { Catches.IsEmpty: false })
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsFailure(IOperation statement, bool isGuarded) => statement switch
    {
        IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Fail" } } => true,
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => isGuarded,
        _ => false,
    };

    private static bool ExpectsException(ISymbol owner) => owner.GetAttributes().Any(static a => a.AttributeClass?.Name == "ExpectedExceptionAttribute");

    private static bool Speaks(string name) => Words.Any(name.Contains);

    private static bool IsIn(IMethodSymbol method, string @namespace)
    {
        for (INamespaceSymbol? level = method.ContainingNamespace; level is { IsGlobalNamespace: false }; level = level.ContainingNamespace)
        {
            if (level.Name == @namespace)
            {
                return true;
            }
        }

        return false;
    }
}
