using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>What a reference leads to.</summary>
/// <param name="Node">The value.</param>
/// <param name="Parent">The map or list that holds it; <see langword="null"/> for the root of a file.</param>
/// <param name="Root">Root of the file.</param>
/// <param name="Steps">The pointer from the root, its escapes undone.</param>
internal sealed record ReferenceTarget(MapNode Node, Node? Parent, MapNode Root, IReadOnlyList<string> Steps)
{
    /// <summary>The section of <c>components</c> that it is kept in, if it is a component.</summary>
    public string? ComponentSection => Steps is ["components", var section, _] ? section : null;

    /// <summary>Lets something else stand where it stood.</summary>
    public void ReplaceBy(MapNode other)
    {
        if (Parent is MapNode map)
        {
            map.Set(Steps[^1], other);
        }
        else if (Parent is ListNode list)
        {
            list.Items[list.Items.IndexOf(Node)] = other;
        }
    }
}
