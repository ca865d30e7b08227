using System.Globalization;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Tests;

/// <summary>Small maps are searched and large ones indexed; nobody may notice.</summary>
public sealed class MapNodeTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Names_are_found_in_their_order_whatever_was_removed(int count)
    {
        MapNode map = Of(count);
        map.Remove("n1");
        map.Remove("nobody");
        map.Set("new", Text("new"), new SourcePosition("f", 7, 7));
        map.Set("n2", Text("again"));

        Assert.Equal([.. Enumerable.Range(0, count).Where(static n => n != 1).Select(static n => $"n{n}"), "new"], map.Entries.Select(static entry => entry.Key));
        Assert.False(map.Has("n1"));
        Assert.Equal("again", map.Text("n2"));
        Assert.Equal(3, map.KeyPosition("n2").Line);
        Assert.Equal(7, map.KeyPosition("new").Line);
        Assert.All(map.Entries, entry => Assert.Same(entry.Value, map[entry.Key]));

        map.RemoveWhere(static entry => entry.Key.StartsWith('n'));
        Assert.Empty(map.Entries);
        Assert.Null(map["n0"]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Renamed_names_are_found_by_their_new_texts(int count)
    {
        MapNode map = Of(count);
        map.Rename(static name => name.ToUpperInvariant());
        Assert.Equal("2", map.Text("N2"));
        Assert.False(map.Has("n2"));
    }

    private static MapNode Of(int count)
    {
        var map = new MapNode(default);
        for (int n = 0; n < count; n++)
        {
            map.Set($"n{n}", Text(n.ToString(CultureInfo.InvariantCulture)), new SourcePosition("f", n + 1, 1));
        }

        return map;
    }

    private static ScalarNode Text(string text) => ScalarNode.Of(text, new SourcePosition("f", 1, 1));
}
