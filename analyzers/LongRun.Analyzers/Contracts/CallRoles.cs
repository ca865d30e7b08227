using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Contracts;

/// <summary>Finds out what a call does to a job.</summary>
internal static class CallRoles
{
    private const string WaitSuffix = "AndWaitAsync";

    /// <summary>The role of a method, by its symbol only; cached by the contract.</summary>
    internal static CallRole Classify(Contract contract, IMethodSymbol method)
    {
        if (Handles.IsHandle(method.ContainingType))
        {
            return method.Name switch
            {
                "UpdateStatusAsync" => CallRole.Update,
                "WaitForCompletionAsync" or "WaitForResultAsync" => CallRole.Wait,
                "WaitForOutcomeAsync" => CallRole.Outcome,
                _ => CallRole.None,
            };
        }

        if (!contract.MayCarry(method))
        {
            return CallRole.None;
        }

        if (contract.StartOf(method) is not null)
        {
            return CallRole.Start;
        }

        if (contract.MonitorOf(method) is not null)
        {
            return CallRole.Status;
        }

        if (contract.ListedBy(method) is not null)
        {
            return CallRole.List;
        }

        return StartBeside(contract, method) is not null ? CallRole.StartAndWait : CallRole.None;
    }

    internal static ContractCall Of(Contract contract, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        CallRole role = contract.RoleOf(method);
        return role switch
        {
            CallRole.None => new ContractCall(call, role, monitor: null),
            CallRole.Status => new ContractCall(call, role, contract.MonitorOf(method)),
            CallRole.List => new ContractCall(call, role, contract.ListedBy(method)),
            CallRole.Start when contract.StartOf(method) is { } start => new ContractCall(call, role, contract.MonitorOf(start), start),
            CallRole.StartAndWait when StartBeside(contract, method) is { } start => new ContractCall(call, role, contract.MonitorOf(start), start),
            _ => new ContractCall(call, role, contract.MonitorOfHandle(CallSite.Receiver(call)?.Type ?? method.ContainingType)),
        };
    }

    /// <summary>For <c>UploadAndWaitAsync</c> the start of <c>StartUploadAsync</c> beside it.</summary>
    private static StartContract? StartBeside(Contract contract, IMethodSymbol method)
    {
        if (!method.IsExtensionMethod || !method.Name.EndsWith(WaitSuffix, StringComparison.Ordinal))
        {
            return null;
        }

        string start = "Start" + method.Name.Substring(0, method.Name.Length - WaitSuffix.Length) + "Async";
        return method.ContainingType.GetMembers(start).OfType<IMethodSymbol>().Select(contract.StartOf).FirstOrDefault(static s => s is not null);
    }
}
