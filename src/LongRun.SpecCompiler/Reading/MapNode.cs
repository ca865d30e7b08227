using System.Diagnostics.CodeAnalysis;

namespace LongRun.SpecCompiler.Reading;

/// <summary>Named values, in the order in which they were written.</summary>
/// <param name="position">Where it stands.</param>
public sealed class MapNode(SourcePosition position) : Node(position)
{
    // Most maps have few names, which are found faster without an index, and a document has many maps.
    private const int FewNames = 8;

    private readonly List<Entry> _entries = [];
    private Dictionary<string, int>? _index;

    /// <summary>The names and values.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The value of a name, or <see langword="null"/>.</summary>
    /// <param name="key">The name.</param>
    public Node? this[string key] => IndexOf(key) is >= 0 and var at ? _entries[at].Value : null;

    /// <summary>Whether the name is there.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(string key) => IndexOf(key) >= 0;

    /// <summary>The value of a name, if it is a map.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The map, or <see langword="null"/>.</returns>
    public MapNode? Map(string key) => this[key] as MapNode;

    /// <summary>The value of a name, if it is a list.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The list, or <see langword="null"/>.</returns>
    public ListNode? List(string key) => this[key] as ListNode;

    /// <summary>The value of a name, if it is a scalar.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The scalar, or <see langword="null"/>.</returns>
    public ScalarNode? Scalar(string key) => this[key] as ScalarNode;

    /// <summary>The text of a name, if it is a scalar that is not null.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The text, or <see langword="null"/>.</returns>
    public string? Text(string key) => Scalar(key) is { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>The value of a name, if it is there.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out Node? value)
    {
        value = this[key];
        return value is not null;
    }

    /// <summary>Where a name stands; the map's own place if it does not.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The place.</returns>
    public SourcePosition KeyPosition(string key) => IndexOf(key) is >= 0 and var at ? _entries[at].KeyPosition : Position;

    /// <summary>Sets a name to a value, at the end if it is new.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="keyPosition">Where the name stands; unless given, where it stood, or the value's place if it is new.</param>
    public void Set(string key, Node value, SourcePosition? keyPosition = null)
    {
        if (IndexOf(key) is >= 0 and var at)
        {
            _entries[at] = new Entry(key, value, keyPosition ?? _entries[at].KeyPosition);
            return;
        }

        Append(new Entry(key, value, keyPosition ?? value.Position));
    }

    /// <summary>The map of a name, made if it is not there.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The map.</returns>
    public MapNode GetOrAddMap(string key)
    {
        if (Map(key) is { } there)
        {
            return there;
        }

        var made = new MapNode(Position);
        Set(key, made);
        return made;
    }

    /// <summary>A name that is free: the one wanted, else with a number behind it.</summary>
    /// <param name="wanted">The name wanted.</param>
    /// <returns>The free name.</returns>
    public string FreeKey(string wanted)
    {
        string free = wanted;
        for (int n = 2; Has(free); n++)
        {
            free = $"{wanted}{n}";
        }

        return free;
    }

    /// <summary>Removes a name; many are removed faster by <see cref="RemoveWhere"/>.</summary>
    /// <param name="key">The name.</param>
    public void Remove(string key)
    {
        int at = IndexOf(key);
        if (at < 0)
        {
            return;
        }

        _entries.RemoveAt(at);
        _index?.Remove(key);
        for (int i = at; _index is not null && i < _entries.Count; i++)
        {
            _index[_entries[i].Key] = i;
        }
    }

    /// <summary>Removes names.</summary>
    /// <param name="isRemoved">Whether a name is removed.</param>
    public void RemoveWhere(Func<Entry, bool> isRemoved) => Replace(_entries.Where(entry => !isRemoved(entry)).ToList());

    /// <summary>Gives names other texts, in place.</summary>
    /// <param name="rename">The new text of each name.</param>
    public void Rename(Func<string, string> rename) =>
        Replace(_entries.Select(entry => entry with { Key = rename(entry.Key) }).ToList());

    /// <inheritdoc />
    public override int Size => 1 + _entries.Sum(static entry => entry.Value.Size);

    /// <inheritdoc />
    public override Node Clone()
    {
        var copy = new MapNode(Position);
        foreach (Entry entry in _entries)
        {
            copy.Set(entry.Key, entry.Value.Clone(), entry.KeyPosition);
        }

        return copy;
    }

    /// <summary>Whether another map says the same, in whatever order.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether it does.</returns>
    public bool HasSameContent(MapNode other) =>
        _entries.Count == other._entries.Count && _entries.All(entry => Same(entry.Value, other[entry.Key]));

    private static bool Same(Node a, Node? b) => (a, b) switch
    {
        (MapNode one, MapNode another) => one.HasSameContent(another),
        (ListNode one, ListNode another) => one.Items.Count == another.Items.Count && one.Items.Zip(another.Items).All(static pair => Same(pair.First, pair.Second)),
        (ScalarNode one, ScalarNode another) => one.Kind == another.Kind && one.Text == another.Text,
        _ => false,
    };

    private void Replace(List<Entry> entries)
    {
        _entries.Clear();
        _index = null;
        entries.ForEach(Append);
    }

    private void Append(Entry entry)
    {
        _entries.Add(entry);
        if (_index is not null)
        {
            _index[entry.Key] = _entries.Count - 1;
        }
        else if (_entries.Count > FewNames)
        {
            _index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < _entries.Count; i++)
            {
                _index[_entries[i].Key] = i;
            }
        }
    }

    private int IndexOf(string key)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(key, out int at) ? at : -1;
        }

        // The later of two, should a renaming have made them equal: as the index has it.
        for (int i = _entries.Count - 1; i >= 0; i--)
        {
            if (_entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A name and its value.</summary>
    /// <param name="Key">The name.</param>
    /// <param name="Value">The value.</param>
    /// <param name="KeyPosition">Where the name stands.</param>
    public sealed record Entry(string Key, Node Value, SourcePosition KeyPosition);
}
