using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>One value that an expression may have, as far as it is known. Compared by content.</summary>
internal sealed class Atom : IEquatable<Atom>
{
    internal static readonly Atom Null = new(AtomKind.Constant);
    internal static readonly Atom True = new(AtomKind.Constant, true);
    internal static readonly Atom False = new(AtomKind.Constant, false);
    internal static readonly Atom NotNull = new(AtomKind.NotNull);
    internal static readonly Atom Positive = new(AtomKind.Positive);
    internal static readonly Atom Stable = new(AtomKind.Stable);
    internal static readonly Atom Hint = new(AtomKind.Hint);

    private Atom(AtomKind kind, object? content = null, MonitorContract? monitor = null, string path = "", Emptiness emptiness = Emptiness.NotEmpty, SyntaxNode? missingAt = null, bool isRelayed = false)
    {
        Kind = kind;
        Content = content;
        Monitor = monitor;
        Path = path;
        Emptiness = emptiness;
        MissingAt = missingAt;
        IsRelayed = isRelayed;
    }

    internal AtomKind Kind { get; }

    /// <summary>The constant; the <see cref="FlowValue"/> of a sequence's items, or of an attempt's result; those of a tuple; a lambda's operation, or the symbol of a local function.</summary>
    internal object? Content { get; }

    internal MonitorContract? Monitor { get; }

    /// <summary>Member path that is left to the status (of a job) or to the items (of a page); an exception's type.</summary>
    internal string Path { get; }

    internal Emptiness Emptiness { get; }

    /// <summary>Where a member was read that has no value, because its job has not succeeded.</summary>
    internal SyntaxNode? MissingAt { get; }

    /// <summary>What each item of a sequence is; nothing where it has none.</summary>
    internal FlowValue Item => Emptiness == Emptiness.Empty ? FlowValue.None : (FlowValue)Content!;

    /// <summary>Whether it came through other code, such as a retry, that may have looked at it.</summary>
    internal bool IsRelayed { get; }

    internal bool IsNull => Kind == AtomKind.Constant && Content is null;

    /// <summary>Whether it tells of a job, so that whoever gets it may decide something.</summary>
    internal bool TellsOfJob => Kind switch
    {
        AtomKind.Job or AtomKind.Page or AtomKind.Status or AtomKind.Handle or AtomKind.Outcome => true,
        AtomKind.Sequence or AtomKind.Attempt => ((FlowValue)Content!).TellsOfJob,
        AtomKind.Tuple => ((FlowValue[])Content!).Any(static v => v.TellsOfJob),
        _ => false,
    };

    internal static Atom Constant(object? value) => value switch
    {
        null => Null,
        true => True,
        false => False,
        _ => new Atom(AtomKind.Constant, value),
    };

    /// <summary>The null of a member that has a value only after success.</summary>
    internal static Atom Missing(SyntaxNode place) => new(AtomKind.Constant, missingAt: place);

    /// <summary>An exception of which the type is known.</summary>
    internal static Atom Exception(string type) => new(AtomKind.NotNull, path: type);

    internal static Atom Job(MonitorContract? monitor, string pathToStatus, bool isRelayed = false) => new(AtomKind.Job, null, monitor, pathToStatus, isRelayed: isRelayed);

    internal static Atom Page(MonitorContract monitor, string pathToItems, bool isRelayed = false) => new(AtomKind.Page, null, monitor, pathToItems, isRelayed: isRelayed);

    internal static Atom Status(MonitorContract? monitor) => new(AtomKind.Status, null, monitor);

    internal static Atom Handle(MonitorContract? monitor) => new(AtomKind.Handle, null, monitor);

    internal static Atom Outcome(MonitorContract? monitor) => new(AtomKind.Outcome, null, monitor);

    internal static Atom Sequence(FlowValue items, Emptiness emptiness) => new(AtomKind.Sequence, items, emptiness: emptiness);

    internal static Atom Tuple(FlowValue[] items) => new(AtomKind.Tuple, items);

    internal static Atom Attempt(FlowValue result) => new(AtomKind.Attempt, result);

    internal static Atom Lambda(IFlowAnonymousFunctionOperation lambda) => new(AtomKind.Lambda, lambda);

    internal static Atom Lambda(IMethodSymbol localFunction) => new(AtomKind.Lambda, localFunction);

    /// <summary>The same after it came through other code.</summary>
    internal Atom Relayed() => Kind switch
    {
        AtomKind.Sequence => Sequence(((FlowValue)Content!).Select(static a => FlowValue.Of(a.Relayed())), Emptiness),
        AtomKind.Job or AtomKind.Page => new Atom(Kind, Content, Monitor, Path, isRelayed: true),
        _ => this,
    };

    public bool Equals(Atom? other) => other is not null
        && Kind == other.Kind
        && ReferenceEquals(Monitor, other.Monitor)
        && Path == other.Path
        && Emptiness == other.Emptiness
        && MissingAt == other.MissingAt
        && IsRelayed == other.IsRelayed
        && (Content is FlowValue[] items ? other.Content is FlowValue[] others && items.SequenceEqual(others) : Equals(Content, other.Content));

    public override bool Equals(object? obj) => Equals(obj as Atom);

    public override int GetHashCode() => ((int)Kind * 31) + (Content is null or FlowValue[]? 0 : Content.GetHashCode());
}
