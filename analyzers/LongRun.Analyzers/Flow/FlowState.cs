using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>What is known at one place of the code: values of variables, and whether the analysis is still sure of the way there.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<object, FlowValue> _values;
    private readonly Dictionary<CaptureId, ISymbol> _aliases;
    private readonly HashSet<ISymbol> _decided;
    private readonly HashSet<CaptureId> _started;
    private readonly HashSet<(BasicBlock Block, bool Taken)> _hints;

    internal FlowState()
        : this(new Dictionary<object, FlowValue>(VariableComparer.Instance), [], new HashSet<ISymbol>(SymbolEqualityComparer.Default), [], [])
    {
    }

    private FlowState(Dictionary<object, FlowValue> values, Dictionary<CaptureId, ISymbol> aliases, HashSet<ISymbol> decided, HashSet<CaptureId> started, HashSet<(BasicBlock, bool)> hints)
    {
        _hints = hints;
        _values = values;
        _aliases = aliases;
        _decided = decided;
        _started = started;
    }

    /// <summary>Whether something may have decided on the job out of sight, so that being here says nothing for sure.</summary>
    internal bool IsUnsure { get; set; }

    /// <summary>
    /// Whether control gets here for sure while the job stands as assumed: nothing out of sight decided on it, and no
    /// condition that may tell how it stands came out one way.
    /// </summary>
    internal bool IsSure => !IsUnsure && _hints.Count == 0;

    /// <summary>Whether control never goes on from here: a call that does not return, a check that throws.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>Variables that a loop was left for (a counter, a clock): whoever asks for them again knows why.</summary>
    internal ISet<ISymbol> Decided => _decided;

    /// <summary>Enumerators of inner loops that gave their first item.</summary>
    internal ISet<CaptureId> Started => _started;

    internal IEnumerable<KeyValuePair<object, FlowValue>> Values => _values;

    internal FlowValue? Find(object variable) => _values.TryGetValue(variable, out FlowValue? value) ? value : null;

    internal void Set(object variable, FlowValue value) => _values[variable] = value;

    /// <summary>The variable that one of the compiler's captures stands for.</summary>
    internal ISymbol? AliasOf(CaptureId capture) => _aliases.TryGetValue(capture, out ISymbol? variable) ? variable : null;

    internal void SetAlias(CaptureId capture, ISymbol? variable)
    {
        if (variable is null)
        {
            _aliases.Remove(capture);
        }
        else
        {
            _aliases[capture] = variable;
        }
    }

    internal FlowState Clone() => new(
        new Dictionary<object, FlowValue>(_values, VariableComparer.Instance),
        new Dictionary<CaptureId, ISymbol>(_aliases),
        new HashSet<ISymbol>(_decided, SymbolEqualityComparer.Default),
        new HashSet<CaptureId>(_started),
        new HashSet<(BasicBlock, bool)>(_hints))
    {
        IsUnsure = IsUnsure,
        HasEnded = HasEnded,
    };

    /// <summary>Whether two ways to one place are worth telling apart: the analysis is sure of one only, or one has been through an inner loop.</summary>
    internal bool IsLike(FlowState other) => IsUnsure == other.IsUnsure && _started.SetEquals(other._started);

    /// <summary>Notes which way a condition came out that may tell how the job stands.</summary>
    internal void DecideByHint(BasicBlock block, bool taken)
    {
        _hints.Remove((block, !taken));
        _hints.Add((block, taken));
    }

    /// <summary>Takes over which hints decided that a function that was called came back.</summary>
    internal void TakeHints(FlowState end) => _hints.UnionWith(end._hints);

    /// <summary>Takes in another way to the same place.</summary>
    /// <param name="other">What is known on that way.</param>
    /// <param name="initial">What a variable is that one of the ways has not met.</param>
    /// <returns>Whether anything became less known.</returns>
    internal bool Join(FlowState other, Func<object, FlowValue> initial)
    {
        bool changed = false;
        foreach (KeyValuePair<object, FlowValue> pair in other._values)
        {
            FlowValue mine = Find(pair.Key) ?? initial(pair.Key);
            FlowValue joined = mine.Join(pair.Value);
            if (!_values.ContainsKey(pair.Key) || !joined.Equals(mine))
            {
                _values[pair.Key] = joined;
                changed = true;
            }
        }

        foreach (object variable in _values.Keys.Where(k => other.Find(k) is null).ToArray())
        {
            FlowValue joined = _values[variable].Join(initial(variable));
            if (!joined.Equals(_values[variable]))
            {
                _values[variable] = joined;
                changed = true;
            }
        }

        foreach (CaptureId capture in _aliases.Keys.Where(k => !SymbolEqualityComparer.Default.Equals(other.AliasOf(k), _aliases[k])).ToArray())
        {
            _aliases.Remove(capture);
        }

        // Where the ways of a condition meet again, it decided nothing.
        int hints = _hints.Count;
        _hints.IntersectWith(other._hints);
        int decided = _decided.Count;
        _decided.UnionWith(other._decided);
        return changed || decided != _decided.Count || hints != _hints.Count;
    }
}
