using System.Collections.Immutable;

namespace LongRun.Analyzers.Flow;

/// <summary>What an expression may have as its value: one of a few atoms, or anything.</summary>
internal sealed class FlowValue : IEquatable<FlowValue>
{
    // More alternatives than these are not told apart; it only makes the rules silent.
    private const int MaxAtoms = 6;

    /// <summary>Anything.</summary>
    internal static readonly FlowValue Unknown = new(default);

    /// <summary>Nothing: the expression has no value, because control never gets there.</summary>
    internal static readonly FlowValue None = new(ImmutableArray<Atom>.Empty);

    internal static readonly FlowValue Null = Of(Atom.Null);
    internal static readonly FlowValue True = Of(Atom.True);
    internal static readonly FlowValue False = Of(Atom.False);
    internal static readonly FlowValue NotNull = Of(Atom.NotNull);
    internal static readonly FlowValue Stable = Of(Atom.Stable);
    internal static readonly FlowValue Hint = Of(Atom.Hint);

    private readonly ImmutableArray<Atom> _atoms;

    private FlowValue(ImmutableArray<Atom> atoms) => _atoms = atoms;

    internal bool IsUnknown => _atoms.IsDefault;

    /// <summary>The alternatives; none where it may be anything.</summary>
    internal ImmutableArray<Atom> Atoms => _atoms.IsDefault ? ImmutableArray<Atom>.Empty : _atoms;

    /// <summary>Whether it is null in every case.</summary>
    internal bool IsNull => Atoms.Length > 0 && Atoms.All(static a => a.IsNull);

    /// <summary>Whether it may be the null of a member that has a value only after success.</summary>
    internal bool IsMissing => Atoms.Any(static a => a.MissingAt is not null);

    internal bool TellsOfJob => Atoms.Any(static a => a.TellsOfJob);

    /// <summary>The only truth it may have.</summary>
    internal bool? Truth
    {
        get
        {
            bool? truth = null;
            foreach (Atom atom in Atoms)
            {
                if (atom.Content is not bool value || (truth is { } earlier && earlier != value))
                {
                    return null;
                }

                truth = value;
            }

            return truth;
        }
    }

    /// <summary>Whether it may tell how a job stands, in a way that is not understood.</summary>
    internal bool IsHint => Atoms.Any(static a => a.Kind == AtomKind.Hint);

    /// <summary>Whether it is not known now, but the same in every turn of the loop.</summary>
    internal bool IsStable => !IsUnknown && Atoms.All(static a => a.Kind is AtomKind.Stable or AtomKind.Constant) && Atoms.Any(static a => a.Kind == AtomKind.Stable);

    internal static FlowValue Of(Atom atom) => new(ImmutableArray.Create(atom));

    internal static FlowValue OfTruth(bool? truth) => truth switch
    {
        true => True,
        false => False,
        null => Unknown,
    };

    internal static FlowValue OfConstant(object? constant) => Of(Atom.Constant(constant));

    internal FlowValue Join(FlowValue other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return Unknown;
        }

        if (other.Atoms.Length == 0 || ReferenceEquals(this, other))
        {
            return this;
        }

        if (Atoms.Length == 0)
        {
            return other;
        }

        ImmutableArray<Atom> all = Atoms.Union(other.Atoms).ToImmutableArray();
        return all.Length > MaxAtoms ? Unknown : all.Length == Atoms.Length ? this : new FlowValue(all);
    }

    /// <summary>What comes of each alternative, joined.</summary>
    internal FlowValue Select(Func<Atom, FlowValue> of)
    {
        if (IsUnknown)
        {
            return Unknown;
        }

        FlowValue joined = None;
        foreach (Atom atom in Atoms)
        {
            joined = joined.Join(of(atom));
        }

        return joined;
    }

    /// <summary>The alternatives that pass.</summary>
    internal FlowValue Where(Func<Atom, bool> passes) => IsUnknown ? this : new FlowValue(Atoms.Where(passes).ToImmutableArray());

    public bool Equals(FlowValue? other) => other is not null
        && IsUnknown == other.IsUnknown
        && Atoms.Length == other.Atoms.Length
        && Atoms.All(other.Atoms.Contains);

    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    public override int GetHashCode() => IsUnknown ? -1 : Atoms.Length;
}
