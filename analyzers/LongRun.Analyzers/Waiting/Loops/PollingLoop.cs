using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A loop that asks again and again how far jobs are, and what is known of its ways out and its pauses.</summary>
internal sealed class PollingLoop : Polling
{
    private readonly WaitingBody _body;
    private readonly LoopRuns _runs;
    private readonly TurnPaths _paths;

    internal PollingLoop(WaitingBody body, LoopPlace place, FunctionFlow function, MonitorContract? monitor, LoopRuns runs, TurnPaths paths, bool asksForMany)
    {
        _body = body;
        Place = place;
        Function = function;
        Monitor = monitor;
        AsksForMany = asksForMany;
        _runs = runs;
        _paths = paths;
        MinDelay = monitor?.MinDelaySeconds ?? 1;
        ShortestTurn = new Lazy<ImmutableArray<Pause>?>(FindShortestTurn);
        FailuresNotSeen = new Lazy<ImmutableArray<string>>(FindFailuresNotSeen);
        HasToken = new Lazy<bool>(FindToken);
    }

    internal LoopPlace Place { get; }

    internal override string Noun => "loop";

    internal override Location Location => Place.Location;

    internal FunctionFlow Function { get; }

    internal override MonitorContract? Monitor { get; }

    /// <summary>Whether it asks for several jobs, or for a list, in each turn.</summary>
    internal bool AsksForMany { get; }

    internal override double MinDelay { get; }

    internal override Lazy<ImmutableArray<string>> FailuresNotSeen { get; }

    internal override Lazy<ImmutableArray<Pause>?> ShortestTurn { get; }

    internal override Lazy<bool> HasToken { get; }

    internal override bool MayEndWhileRunning => _runs.MayLeaveWhileRunning || UsesTimedToken;

    /// <summary>Whether it is for success that control leaves the loop: it waits for the job.</summary>
    internal bool LeavesBySuccess => _runs.DependOnStatus && _runs.WaitForSuccess;

    /// <summary>Whether a count alone ends it: it asks so many times and waits for nothing, as a test drives a fake.</summary>
    internal bool OnlyCounts => Place.Statement is ForStatementSyntax { Condition: not null } && _runs.LeaveAtOnePlace;

    /// <summary>Whether a token with a time-out of its own ends it.</summary>
    private bool UsesTimedToken => Operations().Any(o => o is ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation && _body.Flow!.TimedTokens.IsTimed(o, Place.Span));

    /// <summary>The operations of the source in the loop, those of lambdas in it too.</summary>
    internal IEnumerable<IOperation> Operations() => _body.Operations.Where(o => Place.Span.Contains(o.Syntax.Span));

    private ImmutableArray<string> FindFailuresNotSeen() => _runs.Success.MayLeave && !UsesTimedToken
        ? _runs.Failures.Where(static f => !f.Run.MayLeave).Select(static f => f.Status).ToImmutableArray()
        : ImmutableArray<string>.Empty;

    /// <summary>
    /// Under each scenario by itself, for what a turn remembers of one answer fits no other. First by the ways that any turn
    /// can take; where one of these pauses too little, by those that a turn can take that follows another: <c>if (task is not null) await Task.Delay(…)</c> pauses in every turn but the first.
    /// </summary>
    private ImmutableArray<Pause>? FindShortestTurn()
    {
        ImmutableArray<Pause>? shortest = null;
        foreach (FlowRun run in _runs.All)
        {
            ImmutableArray<Pause>? found = _paths.Shortest(run.CanGo);
            found = IsTooShort(found) ? _paths.Shortest(block => _runs.FollowingTurns(run, block)) : found;

            // A spinner turns ten times a second, and asks when its clock says so.
            if (found is { IsEmpty: false } && IsTooShort(found) && _paths.HasTurnWithoutAsk(run.CanGo))
            {
                continue;
            }

            shortest = found is { } pauses && (shortest is not { } known || TurnPaths.Sum(pauses) < TurnPaths.Sum(known)) ? pauses : shortest;
        }

        return shortest;
    }

    private bool IsTooShort(ImmutableArray<Pause>? pauses) => pauses is { } known && TurnPaths.Sum(known) < MinDelay;

    private bool FindToken() => Operations().Any(static o =>
        o.Type is { Name: "CancellationToken" }
        && o is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.Name: not "None" } or IInvocationOperation);
}
