using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// An assumption that code is followed under: every status call of one monitor answers this status. What code does under
/// each of a few assumptions tells whether it sees success, failure and "still running", in whatever form it asks.
/// </summary>
internal sealed class Scenario
{
    // No document lists it, so that every comparison with a listed status is false.
    private const string SomeRunningStatus = "\uFFFFrunning";

    private readonly ISet<SyntaxNode>? _others;

    private Scenario(MonitorContract? monitor, string status, JobEnding ending, ISet<SyntaxNode>? others = null)
    {
        _others = others;
        Monitor = monitor;
        Status = status;
        Ending = ending;
    }

    internal MonitorContract? Monitor { get; }

    /// <summary>The status as on the wire.</summary>
    internal string Status { get; }

    internal JobEnding Ending { get; }

    /// <summary>Still running, with a status that nobody asks for by name.</summary>
    internal static Scenario Running(MonitorContract? monitor) => new(monitor, SomeRunningStatus, JobEnding.None);

    /// <summary>Still running, with a status that is asked for by name.</summary>
    internal static Scenario RunningAs(MonitorContract monitor, string status) => new(monitor, status, JobEnding.None);

    internal static Scenario Success(MonitorContract? monitor) => new(monitor, monitor?.Succeeded.FirstOrDefault() ?? "", JobEnding.Success);

    /// <summary>One of several statuses that mean success.</summary>
    internal static Scenario Success(MonitorContract monitor, string status) => new(monitor, status, JobEnding.Success);

    internal static Scenario Failure(MonitorContract monitor, string status) => new(monitor, status, JobEnding.Failure);

    /// <summary>Failure of a job whose statuses are not known, as seen through a handle or an outcome.</summary>
    internal static Scenario Failure() => new(null, "", JobEnding.Failure);

    /// <summary>The same of one job only: these calls are about others, of which it says nothing.</summary>
    internal Scenario Without(ISet<SyntaxNode> others) => new(Monitor, Status, Ending, others);

    /// <summary>Whether a call is about a job that the assumption says nothing of.</summary>
    internal bool LeavesOut(SyntaxNode call) => _others?.Contains(call) == true;

    /// <summary>Whether the assumption says something of jobs of this monitor.</summary>
    internal bool Concerns(MonitorContract? monitor) => ReferenceEquals(monitor, Monitor);
}
