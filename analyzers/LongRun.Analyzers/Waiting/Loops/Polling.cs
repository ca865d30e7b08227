using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>What asks again and again how far jobs are: a loop of the language, or a retry strategy used as one.</summary>
internal abstract class Polling
{
    /// <summary>What messages call it.</summary>
    internal abstract string Noun { get; }

    /// <summary>Where it is reported.</summary>
    internal abstract Location Location { get; }

    internal abstract MonitorContract? Monitor { get; }

    /// <summary>The monitor's shortest pause, in seconds.</summary>
    internal abstract double MinDelay { get; }

    /// <summary>Terminal failures with which it never ends though it ends with success; as on the wire.</summary>
    internal abstract Lazy<ImmutableArray<string>> FailuresNotSeen { get; }

    /// <summary>Pauses of the way through a turn that pauses least; <see langword="null"/> where none is known to be short.</summary>
    internal abstract Lazy<ImmutableArray<Pause>?> ShortestTurn { get; }

    /// <summary>Whether what says how long a pause is stands in the same body, so that it is reported and mended there.</summary>
    internal virtual bool IsWrittenHere(Pause pause) => true;

    /// <summary>Whether it tests a token, or passes one on.</summary>
    internal abstract Lazy<bool> HasToken { get; }

    /// <summary>Whether it may end while the job still runs: a bound, or something that the analysis does not understand.</summary>
    internal abstract bool MayEndWhileRunning { get; }

    /// <summary>Whether a status call comes back to itself with no pause.</summary>
    internal bool HasTurnWithoutPause => ShortestTurn.Value is { IsEmpty: true };
}
