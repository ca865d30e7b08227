using System.Text.Json;

namespace LongRun.Http;

/// <summary>The answer to a start that says in a header where the status of its job is.</summary>
/// <param name="Url">Where the status is; absolute.</param>
/// <param name="RetryAfter">How long the server asks to wait before the first look, zero or more; <see langword="null"/> where it does not say.</param>
/// <param name="Body">The body; <see langword="null"/> where it was empty or not JSON.</param>
public sealed record OperationLocation(Uri Url, TimeSpan? RetryAfter = null, JsonElement? Body = null);
