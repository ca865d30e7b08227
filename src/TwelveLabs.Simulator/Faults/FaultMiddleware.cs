using System.Text;

namespace TwelveLabs.Simulator.Faults;

/// <summary>Lets the faults in force act on a request: before the platform sees it, or on the answer it gave.</summary>
internal sealed class FaultMiddleware(FaultControl faults, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, string path, Func<Task> platform)
    {
        FaultPlan plan = faults.Next(context.Request.Method, path);
        if (plan.IsNothing)
        {
            await platform();
            return;
        }

        await WaitAsync(plan.DelayBefore, context);
        if (plan.Acting is { ActsAfter: false } early)
        {
            await (early.Kind == FaultKind.Drop ? Cut(context) : WriteStatusAsync(context, early));
            return;
        }

        if (!plan.HoldsAnswer)
        {
            await platform();
            return;
        }

        byte[] answer = await HoldAnswerAsync(context, platform);
        await WaitAsync(plan.DelayAfter, context);
        await (plan.Acting switch
        {
            null => context.Response.Body.WriteAsync(answer, context.RequestAborted).AsTask(),
            { Kind: FaultKind.Drop } => Cut(context),
            { Kind: FaultKind.Truncate } fault => TruncateAsync(context, answer, fault),
            { Kind: FaultKind.SlowBody } fault => TrickleAsync(context, answer, fault),
            { } fault => WriteStatusAsync(context, fault),
        });
    }

    private static async Task<byte[]> HoldAnswerAsync(HttpContext context, Func<Task> platform)
    {
        Stream wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await platform();
        }
        finally
        {
            context.Response.Body = wire;
        }

        return held.ToArray();
    }

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task WriteStatusAsync(HttpContext context, Fault fault)
    {
        HttpResponse response = context.Response;
        response.Clear();
        response.StatusCode = fault.Status;
        foreach ((string name, string value) in fault.Headers)
        {
            response.Headers[name] = value;
        }

        if (fault.Body is null)
        {
            return;
        }

        byte[] body = Encoding.UTF8.GetBytes(fault.Body);
        response.ContentType = fault.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Promises the whole body and ends before it is there: the server then closes the connection, after what was written has left.</summary>
    /// <remarks>Cutting the connection here would be a race: the reset may overtake even the headers.</remarks>
    private static async Task TruncateAsync(HttpContext context, byte[] answer, Fault fault)
    {
        if (answer.Length == 0)
        {
            await Cut(context);
            return;
        }

        int keep = Math.Min(fault.KeepBytes ?? answer.Length / 2, answer.Length - 1);
        context.Response.ContentLength = answer.Length;
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(answer.AsMemory(0, keep), context.RequestAborted);
    }

    private async Task TrickleAsync(HttpContext context, byte[] answer, Fault fault)
    {
        // Ten drops a second at most: finer ones would measure the timer, not the client.
        int drop = Math.Max(1, fault.BytesPerSecond / 10);
        TimeSpan pause = TimeSpan.FromSeconds((double)drop / fault.BytesPerSecond);
        for (int at = 0; at < answer.Length; at += drop)
        {
            await context.Response.Body.WriteAsync(answer.AsMemory(at, Math.Min(drop, answer.Length - at)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await WaitAsync(pause, context);
        }
    }

    private async Task WaitAsync(TimeSpan delay, HttpContext context)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, context.RequestAborted);
        }
    }
}
