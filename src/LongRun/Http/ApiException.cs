using System.Net.Http.Headers;

namespace LongRun.Http;

/// <summary>An HTTP call that the server answered with an error, or with a body that could not be read.</summary>
/// <remarks>
/// Calls that got no answer at all throw <see cref="HttpRequestException"/>. A generated client throws a type of its
/// own that derives from this one.
/// </remarks>
public class ApiException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, in a sentence.</param>
    /// <param name="statusCode">HTTP status of the answer.</param>
    /// <param name="responseBody">Text of the answer, or its beginning; <see langword="null"/> where it was not kept.</param>
    /// <param name="headers">Headers of the answer; <see langword="null"/> where there was none.</param>
    /// <param name="innerException">What caused it, or <see langword="null"/>.</param>
    public ApiException(string message, int statusCode, string? responseBody = null, HttpResponseHeaders? headers = null, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        ResponseBody = responseBody;
        Headers = headers;
    }

    /// <summary>HTTP status of the answer. Between 200 and 299 when the call succeeded and only its body could not be read.</summary>
    public int StatusCode { get; }

    /// <summary>Text of the answer, cut after 64 KiB; <see langword="null"/> where it was not kept.</summary>
    public string? ResponseBody { get; }

    /// <summary>Headers of the answer, without those of its content.</summary>
    public HttpResponseHeaders? Headers { get; }
}
