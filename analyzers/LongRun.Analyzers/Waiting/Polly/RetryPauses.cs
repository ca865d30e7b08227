using LongRun.Analyzers.Values;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>Reads how long a retry waits before it tries again.</summary>
internal sealed class RetryPauses
{
    private readonly Origin _origin;
    private readonly CancellationToken _cancellationToken;

    internal RetryPauses(Origin origin, CancellationToken cancellationToken)
    {
        _origin = origin;
        _cancellationToken = cancellationToken;
    }

    /// <summary>A pause that a value says; <see langword="null"/>: none.</summary>
    internal Pause? OfValue(IOperation value) => ValueEvaluator.Evaluate(value, _cancellationToken)?.Duration is { } span
        ? span == TimeSpan.Zero ? null : new Pause(value.Syntax, span.TotalSeconds)
        : new Pause(value.Syntax, null);

    /// <summary>A pause that a function gives, known where it gives the same each time.</summary>
    internal Pause? OfFunction(IOperation function)
    {
        if (_origin.Of(function) is not IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] })
        {
            return new Pause(function.Syntax, null);
        }

        // Version 8 asks for a ValueTask<TimeSpan?>.
        while (Inner(value) is { } inner)
        {
            value = inner;
        }

        return OfValue(value);
    }

    /// <summary>Whether a callback between two attempts may wait, too.</summary>
    internal bool MayPause(IOperation callback)
    {
        SyntaxNode? code = _origin.Of(callback) switch
        {
            IAnonymousFunctionOperation lambda => lambda.Syntax,
            IMethodReferenceOperation reference => _origin.DeclarationOf(reference.Method),
            _ => null,
        };
        return code is null || code.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.AwaitKeyword) || t.ValueText is "Delay" or "Sleep" or "Wait" or "WaitOne" or "SpinWait" or "SpinUntil");
    }

    private static IOperation? Inner(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var only }] } => only,
        IObjectCreationOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Arguments: [{ Value: var only }] } => only,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "ValueTask" }, Arguments: [{ Value: var only }] } => only,
        _ => null,
    };
}
