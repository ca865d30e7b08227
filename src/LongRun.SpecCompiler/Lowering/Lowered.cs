using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Makes the values that the compiler writes into a lowered document. They have no place: nobody wrote them.</summary>
public static class Lowered
{
    /// <summary>Makes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The node.</returns>
    public static ScalarNode Text(string text) => ScalarNode.Of(text, default);

    /// <summary>Makes a list of texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The node.</returns>
    public static ListNode Texts(IEnumerable<string> texts)
    {
        var list = new ListNode(default);
        list.Items.AddRange(texts.Select(Text));
        return list;
    }

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The node.</returns>
    public static ScalarNode Flag(bool value) => ScalarNode.Of(value, default);

    /// <summary>Writes attributes onto a value, if there are any.</summary>
    /// <param name="node">The value.</param>
    /// <param name="attributes">The attributes.</param>
    /// <param name="key">The key that holds them.</param>
    public static void Attach(MapNode node, IEnumerable<AttributeSource> attributes, string key = LoweredKeys.Attributes)
    {
        ListNode list = Texts(attributes.Select(static attribute => attribute.ToString()));
        if (list.Items.Count > 0)
        {
            node.Set(key, list);
        }
    }
}
