namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>An OpenAPI runtime expression: <c>$response.body#/status</c>, <c>$request.path.task_id</c>.</summary>
/// <param name="Source">Where it reads: <c>response.body</c>, <c>request.path</c>, …</param>
/// <param name="Target">What it reads there: a JSON pointer for a body, else a name.</param>
public sealed record RuntimeExpression(string Source, string Target)
{
    /// <summary>The body of the answer.</summary>
    public const string ResponseBody = "response.body";

    /// <summary>The body of the request.</summary>
    public const string RequestBody = "request.body";

    /// <summary>A parameter in the path of the request.</summary>
    public const string RequestPath = "request.path";

    /// <summary>A parameter in the query of the request.</summary>
    public const string RequestQuery = "request.query";

    /// <summary>A header of the request.</summary>
    public const string RequestHeader = "request.header";

    /// <summary>A header of the answer.</summary>
    public const string ResponseHeader = "response.header";

    private static readonly string[] NamedSources = [RequestPath, RequestQuery, RequestHeader, ResponseHeader];

    /// <summary>Parses an expression.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The expression, or <see langword="null"/> if the text is none.</returns>
    public static RuntimeExpression? Parse(string text)
    {
        foreach (string body in new[] { ResponseBody, RequestBody })
        {
            if (text.StartsWith($"${body}#", StringComparison.Ordinal))
            {
                return new RuntimeExpression(body, text[(body.Length + 2)..]);
            }
        }

        foreach (string source in NamedSources)
        {
            if (text.StartsWith($"${source}.", StringComparison.Ordinal) && text.Length > source.Length + 2)
            {
                return new RuntimeExpression(source, text[(source.Length + 2)..]);
            }
        }

        return null;
    }
}
