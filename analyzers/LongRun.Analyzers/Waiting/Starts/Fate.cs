using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>What becomes of a value: kept (or nobody knows), or dropped.</summary>
internal sealed class Fate
{
    private Fate(DropReason reason, IOperation? place, ILocalSymbol? local, bool isAwaited, bool isRaced = false)
    {
        Reason = reason;
        Place = place;
        Local = local;
        IsAwaited = isAwaited;
        IsRaced = isRaced;
    }

    internal static Fate Kept { get; } = new(DropReason.None, null, null, isAwaited: false);

    /// <summary>A look that cannot take the id: the count of a list of tasks, whether a task is completed.</summary>
    internal static Fate LookedAt { get; } = new(DropReason.ThrownAway, null, null, isAwaited: false);

    internal DropReason Reason { get; }

    /// <summary>The whole expression whose value is dropped; <see langword="null"/> where there is more than one.</summary>
    internal IOperation? Place { get; }

    /// <summary>The local that nobody reads.</summary>
    internal ILocalSymbol? Local { get; }

    /// <summary>Whether the call's end is waited for before its result is dropped.</summary>
    internal bool IsAwaited { get; }

    /// <summary>Whether something else may come first: a longer call would lose against it.</summary>
    internal bool IsRaced { get; }

    internal bool IsDropped => Reason != DropReason.None;

    internal static Fate ThrownAway(IOperation place) => new(DropReason.ThrownAway, place, null, isAwaited: false);

    internal static Fate PlainTask(IOperation place) => new(DropReason.PlainTask, place, null, isAwaited: true);

    internal static Fate NeverRead(ILocalSymbol local, IOperation place) => new(DropReason.NeverRead, place, local, isAwaited: false);

    internal static Fate Several(bool isAwaited) => new(DropReason.ThrownAway, null, null, isAwaited);

    internal Fate Awaited() => IsDropped ? new Fate(Reason, Place, Local, isAwaited: true, IsRaced) : this;

    internal Fate Raced() => IsDropped ? new Fate(Reason, Place, Local, IsAwaited, isRaced: true) : this;
}
