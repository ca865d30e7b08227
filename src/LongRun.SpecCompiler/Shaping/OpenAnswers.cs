using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Opens every enumeration that a server can send: in an answer of success, or to a webhook.</summary>
/// <remarks>
/// A value that the document does not list must not make an answer unreadable: the job behind it was paid for, and servers
/// are ahead of their documents. A status of tomorrow means "still running" besides. What only requests hold stays closed.
/// </remarks>
public static class OpenAnswers
{
    /// <summary>Opens them.</summary>
    /// <param name="document">The document, every enumeration of it a component; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        var open = new Stack<Node>(Received(document));
        var seen = new HashSet<MapNode>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out Node? received))
        {
            foreach (MapNode value in DocumentWalk.Objects(received))
            {
                if (document.Resolve(value) is { } target && !ReferenceEquals(target, value) && seen.Add(target))
                {
                    open.Push(target);
                }

                if (value.List("enum") is { Items.Count: > 0 } && !value.Has(VocabularyKeys.ExtensibleEnum))
                {
                    value.Set(LoweredKeys.OpenEnum, Lowered.Flag(true));
                }
            }
        }
    }

    private static IEnumerable<Node> Received(ApiDocument document)
    {
        IEnumerable<Node?> answers = document.Operations
            .SelectMany(static operation => operation.SuccessResponses)
            .Select(response => document.Resolve(response)?["content"]);
        IEnumerable<Node?> payloads = document.Operations
            .Select(static operation => operation.Node["callbacks"])
            .Append(document.Root["webhooks"])
            .Concat(document.Schemas.Select(static schema => schema.Value).Where(static schema => schema is MapNode map && map.Has(VocabularyKeys.WebhookPayload)));
        return answers.Concat(payloads).OfType<Node>();
    }
}
