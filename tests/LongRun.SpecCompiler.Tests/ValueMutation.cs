using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Output;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Tests;

/// <summary>Puts values of other kinds where a document has its own: a list for a text, one of its parts for another, a reference to anywhere.</summary>
internal static class ValueMutation
{
    public static byte[] Apply(string path, Random random)
    {
        using var text = new StreamReader(path);
        MapNode root = DocumentReader.Read(path, text, new DiagnosticBag())!;
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Once(root, random);
        }

        using var written = new MemoryStream();
        JsonDocumentWriter.Write(root, written);
        return written.ToArray();
    }

    private static void Once(MapNode root, Random random)
    {
        var places = new List<(Node Holder, int Index)>();
        Collect(root, places);
        (Node holder, int index) = places[random.Next(places.Count)];
        if (holder is ListNode list)
        {
            list.Items[index] = Other(root, places, list.Items[index], random);
            return;
        }

        var map = (MapNode)holder;
        MapNode.Entry entry = map.Entries[index];
        switch (random.Next(6))
        {
            case 0:
                map.Remove(entry.Key);
                break;
            case 1:
                string name = NameOf(places[random.Next(places.Count)], random);
                if (!map.Has(name))
                {
                    map.Rename(key => key == entry.Key ? name : key);
                }

                break;
            default:
                map.Set(entry.Key, Other(root, places, entry.Value, random));
                break;
        }
    }

    private static string NameOf((Node Holder, int Index) place, Random random) =>
        place.Holder is MapNode map ? map.Entries[place.Index].Key : random.Next(2) == 0 ? "" : "$ref";

    private static Node Other(MapNode root, List<(Node Holder, int Index)> places, Node value, Random random)
    {
        var list = new ListNode(default);
        var map = new MapNode(default);
        switch (random.Next(11))
        {
            case 0: return ScalarNode.Of("", default);
            case 1: return ScalarNode.Of(random.Next(2) == 0, default);
            case 2: return new ScalarNode(ScalarKind.Null, "null", default);
            case 3: return new ScalarNode(ScalarKind.Number, random.Next(4) switch { 0 => "0", 1 => "-1", 2 => "1e400", _ => "123456789012345678901234567890" }, default);
            case 4: return list;
            case 5: return map;
            case 6:
                list.Items.Add(value.Clone());
                return list;
            case 7:
                map.Set(NameOf(places[random.Next(places.Count)], random), value.Clone());
                return map;
            case 8:
                map.Set("$ref", ScalarNode.Of(PointerTo(root, random), default));
                return map;
            case 9: return ScalarNode.Of(NameOf(places[random.Next(places.Count)], random), default);
            default:
                (Node holder, int index) = places[random.Next(places.Count)];
                return (holder is MapNode other ? other.Entries[index].Value : ((ListNode)holder).Items[index]).Clone();
        }
    }

    // To a component often enough: from one to the other is how cycles come about.
    private static string PointerTo(MapNode root, Random random)
    {
        string pointer = "#";
        Node at = root;
        if (random.Next(2) == 0 && root.Map("components")?.Map("schemas") is { Entries.Count: > 0 } schemas)
        {
            return "#/components/schemas/" + schemas.Entries[random.Next(schemas.Entries.Count)].Key;
        }

        while (at is MapNode { Entries.Count: > 0 } map && random.Next(6) > 0)
        {
            MapNode.Entry entry = map.Entries[random.Next(map.Entries.Count)];
            pointer += "/" + entry.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            at = entry.Value;
        }

        return pointer;
    }

    private static void Collect(Node node, List<(Node Holder, int Index)> places)
    {
        switch (node)
        {
            case MapNode map:
                for (int i = 0; i < map.Entries.Count; i++)
                {
                    places.Add((map, i));
                    Collect(map.Entries[i].Value, places);
                }

                break;
            case ListNode list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    places.Add((list, i));
                    Collect(list.Items[i], places);
                }

                break;
        }
    }
}
