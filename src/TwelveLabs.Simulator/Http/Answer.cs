using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Http;

/// <summary>What an operation answers: an HTTP status and, except for 204, a JSON body.</summary>
internal readonly record struct Answer(int Status, JsonNode? Body)
{
    /// <summary>204: done, nothing to say.</summary>
    public static Answer NoContent => new(StatusCodes.Status204NoContent, null);

    /// <summary>The body was already written by the operation itself (streams).</summary>
    public static Answer AlreadyWritten => new(0, null);

    /// <summary>200 with a body.</summary>
    public static Answer Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    /// <summary>201 with a body.</summary>
    public static Answer Created(JsonNode body) => new(StatusCodes.Status201Created, body);
}
