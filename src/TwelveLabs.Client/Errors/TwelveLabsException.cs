using System.Net.Http.Headers;
using LongRun.Http;

namespace TwelveLabs;

/// <summary>A call that the platform answered with an error, or with a body that could not be read.</summary>
/// <remarks>
/// A call that got no answer throws <see cref="HttpRequestException"/> or, when its time ran out,
/// <see cref="TimeoutException"/>.
/// </remarks>
public sealed class TwelveLabsException : ApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, in a sentence.</param>
    /// <param name="statusCode">HTTP status of the answer.</param>
    /// <param name="responseBody">Text of the answer, or its beginning; <see langword="null"/> where it was not kept.</param>
    /// <param name="headers">Headers of the answer; <see langword="null"/> where there was none.</param>
    /// <param name="innerException">What caused it, or <see langword="null"/>.</param>
    public TwelveLabsException(string message, int statusCode, string? responseBody = null, HttpResponseHeaders? headers = null, Exception? innerException = null)
        : base(message, statusCode, responseBody, headers, innerException)
    {
        RateLimit = headers is null ? null : RateLimit.FromHeaders(headers);
    }

    /// <summary>
    /// The platform's name for the error (<c>parameter_invalid</c>, <c>insufficient_funds</c>, …), or <see langword="null"/>.
    /// An open set. Where the platform still gives a number (paging of searches), the number as text.
    /// </summary>
    public ApiErrorCode? Code { get; init; }

    /// <summary>The platform's own sentence, without what this client adds in <see cref="Exception.Message"/>; or <see langword="null"/>.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>Page of the platform's documentation about the error, or <see langword="null"/>.</summary>
    public Uri? DocsUrl { get; init; }

    /// <summary>The limit that the call counts against, or <see langword="null"/> where the answer does not say.</summary>
    public RateLimit? RateLimit { get; }

    internal static TwelveLabsException From(in LongRun.Http.ApiError error)
    {
        // A success whose body is unreadable has no error body to look into.
        bool succeeded = error.StatusCode is >= 200 and <= 299;
        ErrorBody body = succeeded ? default : ErrorBody.Parse(error.ResponseBody);
        return new TwelveLabsException(
            succeeded ? error.Message : ErrorMessage.Compose(error, body),
            error.StatusCode,
            error.ResponseBody,
            error.Headers,
            error.InnerException)
        {
            Code = body.Code is { } code ? new ApiErrorCode(code) : default(ApiErrorCode?),
            ServerMessage = body.Message,
            DocsUrl = body.DocsUrl,
        };
    }
}
