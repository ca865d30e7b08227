using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Another status, and another body, than the platform would answer.</summary>
    Status,

    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>The connection is cut without an answer.</summary>
    Drop,

    /// <summary>The answer begins and the connection is cut in its body. Always after the platform acted.</summary>
    Truncate,

    /// <summary>The body trickles. Always after the platform acted.</summary>
    SlowBody,
}

/// <summary>Whether the platform does what it was asked before things go wrong.</summary>
public enum FaultMoment
{
    /// <summary>The request has no effect.</summary>
    Before,

    /// <summary>The request has its effect and only the answer is lost or spoilt.</summary>
    After,
}

/// <summary>Something that goes wrong with some requests. Made by the factory methods and narrowed with <c>with { … }</c>.</summary>
public sealed record Fault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The HTTP method it hits, in any case; null (default) for all.</summary>
    public string? Method { get; init; }

    /// <summary>The path below the base URL it hits; <c>*</c> is one segment, <c>**</c> (default) any rest: <c>/tasks/*</c>.</summary>
    public string Path { get; init; } = "**";

    /// <summary>Whether the platform acts first. Default <see cref="FaultMoment.Before"/>; <see cref="FaultKind.Truncate"/> and <see cref="FaultKind.SlowBody"/> are always after.</summary>
    public FaultMoment When { get; init; }

    /// <summary>The status of <see cref="FaultKind.Status"/>, 100 to 599. Default 500.</summary>
    public int Status { get; init; } = StatusCodes.Status500InternalServerError;

    /// <summary>The body of <see cref="FaultKind.Status"/>; null (default) for none.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>. Default <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Further response headers of <see cref="FaultKind.Status"/>, for example <c>Retry-After</c>. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How late the answer comes (<see cref="FaultKind.Delay"/>), on the simulator's clock. Default 1 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many octets of the body still arrive (<see cref="FaultKind.Truncate"/>); null (default) for half of them.</summary>
    public int? KeepBytes { get; init; }

    /// <summary>How fast the body trickles (<see cref="FaultKind.SlowBody"/>), on the simulator's clock. Default 20.</summary>
    public int BytesPerSecond { get; init; } = 20;

    /// <summary>Hits only every n-th matching request; 1 (default) for each. The first hit is the n-th.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Stops after so many hits; null (default) for never.</summary>
    public int? Count { get; init; }

    /// <summary>The share of matching requests (after <see cref="Every"/>) that is hit, 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Where the dice of <see cref="Probability"/> begin: the same seed gives the same throws. Default 1.</summary>
    public int Seed { get; init; } = 1;

    internal bool ActsAfter => When == FaultMoment.After || Kind is FaultKind.Truncate or FaultKind.SlowBody;

    /// <summary>An error status with an empty body, or any status with any body.</summary>
    /// <param name="status">100 to 599.</param>
    /// <param name="body">The body, JSON unless <see cref="ContentType"/> says otherwise; null for none.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault Answer(int status, string? body = null) => new() { Kind = FaultKind.Status, Status = status, Body = body };

    /// <summary>An error status with the platform's error body.</summary>
    /// <param name="status">100 to 599.</param>
    /// <param name="code">The member <c>code</c>.</param>
    /// <param name="message">The member <c>message</c>.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault Error(int status, string code, string message) =>
        Answer(status, new JsonObject { ["code"] = code, ["message"] = message }.ToJsonString());

    /// <summary>The HTML page that a proxy in front of the platform would show.</summary>
    /// <param name="status">100 to 599; default 502.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault HtmlPage(int status = StatusCodes.Status502BadGateway) =>
        Answer(status, $"<!doctype html><html><head><title>{status}</title></head><body><h1>{status} Bad luck</h1><hr>gateway</body></html>") with { ContentType = "text/html" };

    /// <summary>A late answer.</summary>
    /// <param name="by">How late, on the simulator's clock.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault Late(TimeSpan by) => new() { Kind = FaultKind.Delay, Delay = by };

    /// <summary>A connection that is cut without an answer.</summary>
    /// <param name="when">Before the platform acted, or after (the answer is lost).</param>
    /// <returns>A fault for every request.</returns>
    public static Fault Drop(FaultMoment when = FaultMoment.Before) => new() { Kind = FaultKind.Drop, When = when };

    /// <summary>A body that breaks off. The platform has acted.</summary>
    /// <param name="keepBytes">How many octets still arrive; null for half of them.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault Truncate(int? keepBytes = null) => new() { Kind = FaultKind.Truncate, When = FaultMoment.After, KeepBytes = keepBytes };

    /// <summary>A body that trickles. The platform has acted.</summary>
    /// <param name="bytesPerSecond">At least 1, on the simulator's clock.</param>
    /// <returns>A fault for every request.</returns>
    public static Fault SlowBody(int bytesPerSecond = 20) => new() { Kind = FaultKind.SlowBody, When = FaultMoment.After, BytesPerSecond = bytesPerSecond };

    internal void Validate()
    {
        Require(Status is >= 100 and <= 599, "status", "must be between 100 and 599");
        Require(Delay >= TimeSpan.Zero && Delay <= TimeSpan.FromDays(1), "delay_seconds", "must be between 0 and a day");
        Require(KeepBytes is null or >= 0, "keep_bytes", "must be at least 0");
        Require(BytesPerSecond >= 1, "bytes_per_second", "must be at least 1");
        Require(Every >= 1, "every", "must be at least 1");
        Require(Count is null or >= 1, "count", "must be at least 1");
        Require(Probability is >= 0 and <= 1, "probability", "must be between 0 and 1");
        Require(!string.IsNullOrWhiteSpace(Path), "path", "must not be empty");

        static void Require(bool holds, string member, string rule)
        {
            if (!holds)
            {
                throw new ArgumentException($"`{member}` {rule}.");
            }
        }
    }
}
