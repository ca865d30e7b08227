using System.Net.Http.Headers;

namespace LongRun.Http;

/// <summary>What is known of a failed call when its exception is made.</summary>
/// <param name="StatusCode">HTTP status of the answer.</param>
/// <param name="Message">A sentence that names the call and the status, fit for an exception's message.</param>
/// <param name="ResponseBody">Text of the answer, cut after 64 KiB; empty where there was none, <see langword="null"/> where it was not kept.</param>
/// <param name="ContentType">Media type of the answer (<c>application/json</c>), or <see langword="null"/>.</param>
/// <param name="Headers">Headers of the answer, without those of its content.</param>
/// <param name="InnerException">Why the body could not be read, or <see langword="null"/>.</param>
public readonly record struct ApiError(
    int StatusCode,
    string Message,
    string? ResponseBody,
    string? ContentType,
    HttpResponseHeaders Headers,
    Exception? InnerException);
