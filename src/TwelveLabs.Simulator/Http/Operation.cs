using Microsoft.AspNetCore.Routing;
using TwelveLabs.Simulator.Limits;

namespace TwelveLabs.Simulator.Http;

/// <summary>One call to one operation.</summary>
internal sealed class Call(HttpContext context)
{
    public HttpContext Context => context;

    public HttpRequest Request => context.Request;

    public QueryReader Query { get; } = new(context.Request.Query);

    public string Path(string parameter) => (string)context.Request.RouteValues[parameter]!;

    /// <summary>Reads a JSON body and refuses any query.</summary>
    public Task<BodyReader> JsonAsync()
    {
        Query.RefuseUnknown();
        return BodyReader.ReadAsync(context.Request);
    }

    /// <summary>Reads a multipart form and refuses any query.</summary>
    /// <param name="maxBytes">The largest file.</param>
    public Task<FormReader> FormAsync(long maxBytes)
    {
        Query.RefuseUnknown();
        return FormReader.ReadAsync(context.Request, maxBytes);
    }

    /// <summary>Says in a header that the answer is made up.</summary>
    public void MarkAsSimulated() => context.Response.Headers["X-Simulated"] = "true";
}

/// <summary>Puts operations on routes and turns what they answer into HTTP.</summary>
internal static class Operation
{
    /// <param name="routes">Where to.</param>
    /// <param name="method">GET, POST, …</param>
    /// <param name="path">A path as the document writes it, below the base URL.</param>
    /// <param name="group">Which daily counter it belongs to.</param>
    /// <param name="run">What it does.</param>
    public static void Serve(this IEndpointRouteBuilder routes, string method, string path, LimitGroup group, Func<Call, ValueTask<Answer>> run) => routes
        .MapMethods(Server.BasePath + path, [method], context => RunAsync(context, run))
        .WithMetadata(new OperationInfo(group));

    public static void Serve(this IEndpointRouteBuilder routes, string method, string path, Func<Call, ValueTask<Answer>> run) =>
        routes.Serve(method, path, LimitGroup.Others, run);

    public static async Task WriteAsync(HttpContext context, Answer answer)
    {
        if (answer.Status == 0)
        {
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Body is null)
        {
            return;
        }

        byte[] body = Json.Bytes(answer.Body);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, Refusal refusal) =>
        WriteAsync(context, new Answer(refusal.Status, Json.Error(refusal)));

    public static async Task RunAsync(HttpContext context, Func<Call, ValueTask<Answer>> run)
    {
        Answer answer;
        try
        {
            answer = await run(new Call(context));
        }
        catch (Refusal refusal)
        {
            answer = new(refusal.Status, Json.Error(refusal));
        }

        await WriteAsync(context, answer);
    }
}

/// <summary>What the pipeline knows of an operation before it runs.</summary>
internal sealed record OperationInfo(LimitGroup Group);
