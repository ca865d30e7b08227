using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Contracts;

/// <summary>A call that the contract says something of.</summary>
internal sealed class ContractCall
{
    internal ContractCall(IInvocationOperation call, CallRole role, MonitorContract? monitor, StartContract? start = null)
    {
        Call = call;
        Role = role;
        Monitor = monitor;
        Start = start;
    }

    internal IInvocationOperation Call { get; }

    internal CallRole Role { get; }

    /// <summary>The monitor of the job; <see langword="null"/> where the contract names none that can be found.</summary>
    internal MonitorContract? Monitor { get; }

    /// <summary>The start, where it is one.</summary>
    internal StartContract? Start { get; }

    /// <summary>Whether it asks for a status: of one job, of many, or through a handle.</summary>
    internal bool AsksForStatus => Role is CallRole.Status or CallRole.List or CallRole.Update;
}
