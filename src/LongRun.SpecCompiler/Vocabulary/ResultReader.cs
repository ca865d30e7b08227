using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Reads where a monitor says that the result of a job is.</summary>
/// <param name="document">The document.</param>
/// <param name="expressions">Resolves expressions.</param>
/// <param name="calls">Reads operations.</param>
public sealed class ResultReader(ApiDocument document, ExpressionResolver expressions, JobCallReader calls)
{
    /// <summary>Reads the place.</summary>
    /// <param name="monitor">The operation that reports status.</param>
    /// <param name="node">An expression, an operation's id, or an operation with the place of what it takes (<c>id</c> or <c>url</c>); or <see langword="null"/>.</param>
    /// <param name="idParameter">C# name of the monitor's parameter that takes the job's id.</param>
    /// <returns>The place. What is wrong was reported.</returns>
    public JobResult Read(ApiOperation monitor, Node? node, string? idParameter)
    {
        if (node is ScalarNode expression && expression.Text.StartsWith('$'))
        {
            return new JobResult(Member: expressions.ResponseMember(monitor, expression).Path);
        }

        var map = node as MapNode;
        if ((map?.Scalar("url") ?? map?.Scalar("id")) is not { } place)
        {
            return new JobResult(Operation: calls.ReadAnswering(node, "result", idParameter, monitor)?.Id);
        }

        // Another name than the status method's: it takes something else. A URL's own text, not what C# makes of it.
        (string? argument, MapNode? schema) = expressions.ResponseMember(monitor, place);
        bool isUri = document.Resolve(schema) is { } resolved && resolved.Text("type") == "string" && resolved.Text("format") == "uri";
        return new JobResult(Operation: calls.ReadAnswering(node, "result", "", null)?.Id, Argument: argument is not null && isUri ? argument + ".OriginalString" : argument);
    }
}
