using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Tells jobs of one body apart, where that is sure: by the start they came from, the parameter of the method that holds the
/// id, or a constant id. Code that has waited for one job knows nothing of another.
/// </summary>
internal sealed class JobIdentities
{
    // Longer ways from a call to the use of what it gave are not written by people.
    private const int MaxDepth = 16;

    private readonly WaitingBody _body;

    internal JobIdentities(WaitingBody body) => _body = body;

    /// <summary>What stands for the job that a call starts or asks for; <see langword="null"/> where it may be any.</summary>
    internal object? Of(ContractCall call) => Of(call, 0);

    /// <summary>What stands for a job, a handle or an outcome.</summary>
    internal object? OfJob(IOperation? job) => OfJob(job, 0);

    /// <summary>Whether the job is what a handle saw last, so that no call tells which one it is.</summary>
    internal static bool IsOfHandle(IOperation? job) => job?.DescendantsAndSelf().Any(static o => Handles.IsHandle(o.Type)) == true;

    private object? Of(ContractCall call, int depth) => call.Role switch
    {
        CallRole.Start or CallRole.StartAndWait => call.Call.Syntax,
        CallRole.Status => OfId(call.Call.Arguments.FirstOrDefault(a => a.Parameter?.Name == call.Monitor?.IdParameter)?.Value, depth + 1),
        CallRole.Update or CallRole.Wait or CallRole.Outcome => OfJob(CallSite.Receiver(call.Call), depth + 1),
        _ => null,
    };

    private object? OfJob(IOperation? job, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (job)
        {
            case IConversionOperation conversion:
                return OfJob(conversion.Operand, depth + 1);
            case IParenthesizedOperation parenthesized:
                return OfJob(parenthesized.Operand, depth + 1);
            case IAwaitOperation awaited:
                return OfJob(awaited.Operation, depth + 1);
            case IPropertyReferenceOperation { Property.Name: "Result" or "Current" or "Value" or "LastValue" } part:
                return OfJob(part.Instance, depth + 1);
            case ILocalReferenceOperation local:
                return OfJob(LocalValues.OnlyOperation(local, _body.CancellationToken), depth + 1);
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } step:
                return OfJob(step.Instance, depth + 1);
            case IInvocationOperation call when CallRoles.Of(_body.Contract, call) is { Role: not CallRole.None } known:
                return Of(known, depth + 1);
            case IInvocationOperation resume when Handles.IsHandle(resume.Type):
                return OfId(resume.Arguments.LastOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value, depth + 1);
            default:
                return null;
        }
    }

    private object? OfId(IOperation? id, int depth)
    {
        id = WaitArguments.Plain(id);
        return id switch
        {
            null => null,
            _ when depth > MaxDepth => null,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => IsGivenOnce(parameter) ? parameter : null,
            ILocalReferenceOperation local => OfId(LocalValues.OnlyOperation(local, _body.CancellationToken), depth + 1),
            IPropertyReferenceOperation { Property.Name: "Id" } property => OfJob(property.Instance, depth + 1),
            _ => null,
        };
    }

    /// <summary>Whether it is a parameter of the method itself that is not written.</summary>
    private bool IsGivenOnce(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _body.Owner)
        && !_body.Operations.Any(o => o is IAssignmentOperation { Target: IParameterReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Parameter, parameter));
}
