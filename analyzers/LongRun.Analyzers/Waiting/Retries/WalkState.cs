using System.Collections.Immutable;
using System.Globalization;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>What is known of variables at one point of a walk; immutable.</summary>
internal sealed class WalkState
{
    internal static readonly WalkState Empty = new(ImmutableSortedDictionary<int, Fact>.Empty);

    private readonly ImmutableSortedDictionary<int, Fact> _facts;
    private string? _key;

    private WalkState(ImmutableSortedDictionary<int, Fact> facts) => _facts = facts;

    /// <summary>The same for states that know the same.</summary>
    internal string Key => _key ??= string.Join(";", _facts.Select(static f => f.Key.ToString(CultureInfo.InvariantCulture) + f.Value.Text));

    internal Fact? this[int variable] => _facts.TryGetValue(variable, out Fact? fact) ? fact : null;

    internal WalkState With(int variable, Fact? fact) => new(fact is null ? _facts.Remove(variable) : _facts.SetItem(variable, fact));
}
