using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>A member that has a value only after success, read where the job may stand otherwise, and used where null will not do.</summary>
internal sealed class UntimelyRead
{
    private readonly ImmutableArray<Scenario> _scenarios;

    /// <summary>Creates it.</summary>
    /// <param name="read">What reads the member.</param>
    /// <param name="scenarios">The assumptions on the job, all of one monitor, under which its use was reached.</param>
    internal UntimelyRead(IMemberReferenceOperation read, ImmutableArray<Scenario> scenarios)
    {
        Read = read;
        _scenarios = scenarios;
    }

    internal IMemberReferenceOperation Read { get; }

    /// <summary>Where it is reported: at the member's name.</summary>
    internal Location Location => (Read.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var name => name,
    }).GetLocation();

    internal MonitorContract? Monitor => _scenarios[0].Monitor;

    /// <summary>What success is called: <c>'ready'</c>.</summary>
    internal string Success => Monitor is { Succeeded.IsEmpty: false } monitor ? StatusWords.Or(monitor.Succeeded) : "success";

    /// <summary>How the job may stand there, after "may": <c>still be running, or have ended 'failed'</c>.</summary>
    internal string Standing
    {
        get
        {
            string[] failures = _scenarios.Where(static s => s.Ending == JobEnding.Failure).Select(static s => s.Status).Distinct().ToArray();
            string? failed = failures.Length == 0 ? null : Monitor is null ? "have failed" : $"have ended {StatusWords.Or(failures)}";
            bool mayRun = _scenarios.Any(static s => s.Ending == JobEnding.None);
            return mayRun && failed is not null ? $"still be running, or {failed}" : failed ?? "still be running";
        }
    }
}
