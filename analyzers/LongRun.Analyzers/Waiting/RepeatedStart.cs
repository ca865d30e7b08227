using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1012: a failure, which may be a lost answer only, makes a start run again.</summary>
internal sealed class RepeatedStart : WaitingRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.RepeatedStart,
        "Start may be repeated",
        "{0} is called again after a failure; where only its answer was lost, that starts and pays for a second {1} job, and nobody finds the first. Start once, and repeat only what looks at the job.",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A start whose answer does not come may have started its job all the same. Nobody can know, so it must not be repeated blindly; the wait for the job may be.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.RepeatedStart));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Examine(WaitingBody body)
    {
        foreach (ContractCall call in body.Calls)
        {
            if (call is not { Role: CallRole.Start or CallRole.StartAndWait, Start: { } start })
            {
                continue;
            }

            var harmless = new HarmlessFailures(body.Contract, isOnlyStart: call.Role == CallRole.Start);
            if ((new RetryPipelines(body, harmless).Repeat(call.Call) || new RetryLoops(body, harmless).Repeat(call.Call)) && !IsSafeToRepeat(call.Call, body.Contract))
            {
                body.Report(Descriptor, CallSite.NameOf(call.Call), null, call.Call.TargetMethod.Name, start.Name);
            }
        }
    }

    /// <summary>Whether a key makes the server do the work once: given with the call, or (as far as can be seen) in its request.</summary>
    private static bool IsSafeToRepeat(IInvocationOperation start, Contract contract) => start.Arguments.Any(argument =>
        (contract.ValuesOf(argument.Parameter).IsIdempotencyKey && argument is { ArgumentKind: ArgumentKind.Explicit, Value: not { ConstantValue: { HasValue: true, Value: null } } })
        || (argument.Parameter?.Type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } request && HasKey(argument.Value, request, contract)));

    private static bool HasKey(IOperation value, INamedTypeSymbol request, Contract contract)
    {
        if (!request.GetMembers().Any(m => m is IPropertySymbol or IFieldSymbol && contract.ValuesOf(m).IsIdempotencyKey))
        {
            return false;
        }

        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is not IObjectCreationOperation made
            || made.Descendants().Any(o => o is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && contract.ValuesOf(target.Member).IsIdempotencyKey);
    }
}
