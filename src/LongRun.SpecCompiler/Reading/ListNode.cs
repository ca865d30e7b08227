namespace LongRun.SpecCompiler.Reading;

/// <summary>A list of values.</summary>
/// <param name="position">Where it stands.</param>
public sealed class ListNode(SourcePosition position) : Node(position)
{
    /// <summary>The values.</summary>
    public List<Node> Items { get; } = [];

    /// <summary>The texts among the values.</summary>
    public IEnumerable<ScalarNode> Scalars => Items.OfType<ScalarNode>();

    /// <inheritdoc />
    public override int Size => 1 + Items.Sum(static item => item.Size);

    /// <inheritdoc />
    public override Node Clone()
    {
        var copy = new ListNode(Position);
        copy.Items.AddRange(Items.Select(static item => item.Clone()));
        return copy;
    }
}
