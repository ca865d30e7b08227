using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>
/// Reports schemas that are built of too many layers: <c>allOf</c> of <c>allOf</c>, lists of lists. What comes after follows
/// such references by calls within calls, and a thread has only so much of a stack.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is too much.</param>
public sealed class SchemaLayers(ApiDocument document, DiagnosticBag diagnostics)
{
    // None of 700 published documents has as many. The compiler takes ten times more, but NSwag takes no 300 lists within lists.
    private const int Most = 100;

    /// <summary>Checks every component.</summary>
    public void Run()
    {
        var seen = new HashSet<MapNode>(ReferenceEqualityComparer.Instance);
        var path = new Stack<IEnumerator<MapNode>>();
        foreach (MapNode.Entry schema in document.Schemas)
        {
            if (schema.Value is not MapNode start || !seen.Add(start))
            {
                continue;
            }

            path.Push(Layers(start).GetEnumerator());
            while (path.TryPeek(out IEnumerator<MapNode>? layers))
            {
                if (!layers.MoveNext())
                {
                    path.Pop();
                }
                else if (seen.Add(layers.Current))
                {
                    path.Push(Layers(layers.Current).GetEnumerator());
                }

                if (path.Count > Most)
                {
                    diagnostics.Add(DiagnosticIds.Unreadable, schema.KeyPosition, $"'{schema.Key}' is built of more than {Most} schemas, one within the other; no client is made of so many.");
                    return;
                }
            }
        }
    }

    // A property is another object; its schema is not followed from here.
    private IEnumerable<MapNode> Layers(MapNode schema)
    {
        var open = new Stack<Node>([schema]);
        while (open.TryPop(out Node? node))
        {
            if (node is ListNode list)
            {
                list.Items.ForEach(open.Push);
            }
            else if (node is MapNode map)
            {
                if (document.Resolve(map) is { } target && !ReferenceEquals(target, map))
                {
                    yield return target;
                }

                foreach (MapNode.Entry entry in map.Entries.Where(static entry => entry.Key is not ("properties" or "patternProperties") && !DocumentWalk.IsLiteral(entry.Key)))
                {
                    open.Push(entry.Value);
                }
            }
        }
    }
}
