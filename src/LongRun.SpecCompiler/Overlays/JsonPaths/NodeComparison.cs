using System.Globalization;
using System.Text;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>Compares values as RFC 9535 does, where <see langword="null"/> is <c>Nothing</c>.</summary>
internal static class NodeComparison
{
    public static bool AreEqual(Node? a, Node? b) => (a, b) switch
    {
        (null, null) => true,
        (MapNode one, MapNode other) => one.Entries.Count == other.Entries.Count
            && one.Entries.All(entry => other.TryGet(entry.Key, out Node? value) && AreEqual(entry.Value, value)),
        (ListNode one, ListNode other) => one.Items.Count == other.Items.Count
            && one.Items.Zip(other.Items).All(static pair => AreEqual(pair.First, pair.Second)),
        (ScalarNode { Kind: ScalarKind.Number } one, ScalarNode { Kind: ScalarKind.Number } other) => Number(one) == Number(other),
        (ScalarNode one, ScalarNode other) => one.Kind == other.Kind && one.Text == other.Text,
        _ => false,
    };

    public static bool IsLess(Node? a, Node? b) => (a, b) switch
    {
        (ScalarNode { Kind: ScalarKind.Number } one, ScalarNode { Kind: ScalarKind.Number } other) => Number(one) < Number(other),
        (ScalarNode { Kind: ScalarKind.Text } one, ScalarNode { Kind: ScalarKind.Text } other) => IsLess(one.Text, other.Text),
        _ => false,
    };

    // By characters of Unicode: an ordinal comparison of strings goes by halves of surrogate pairs.
    private static bool IsLess(string a, string b)
    {
        StringRuneEnumerator left = a.EnumerateRunes();
        StringRuneEnumerator right = b.EnumerateRunes();
        while (right.MoveNext())
        {
            if (!left.MoveNext())
            {
                return true;
            }

            int difference = left.Current.CompareTo(right.Current);
            if (difference != 0)
            {
                return difference < 0;
            }
        }

        return false;
    }

    private static double Number(ScalarNode node) => double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
