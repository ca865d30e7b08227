namespace TwelveLabs;

/// <content>Calls that OpenAPI cannot describe.</content>
public partial interface ITwelveLabsClient
{
    /// <summary>Answers a prompt about one video, piece by piece as the text is written.</summary>
    /// <remarks>
    /// <para>
    /// The pieces are the <see cref="GenerateStreamEvent.Text"/> of the events whose type is
    /// <see cref="GenerateStreamEventType.TextGeneration"/>; begin and end of the stream and events of types that this
    /// client does not know are given too. A stream that ends without having said so is an error, so a text that was
    /// read to the end of the loop is whole.
    /// </para>
    /// <para>The call is never repeated once it reached the server: each one is paid for.</para>
    /// </remarks>
    /// <param name="request">The prompt; <see cref="GenerateTextRequest.Stream"/> need not be set.</param>
    /// <param name="cancellationToken">Ends the stream early.</param>
    /// <returns>The events as they arrive. The call is made when they are enumerated, once for each enumeration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="LongRun.Constraints.ConstraintViolationException">The client validates requests, and something does not fit what the document says; nothing was sent.</exception>
    /// <exception cref="TwelveLabsException">The server answered with an error, or sent one within the stream.</exception>
    /// <exception cref="HttpRequestException">There was no answer, or it broke off.</exception>
    /// <exception cref="TimeoutException">No answer, or no further piece, came within <see cref="TwelveLabsOptions.ComputeTimeout"/>.</exception>
    IAsyncEnumerable<GenerateStreamEvent> GenerateTextStreamAsync(GenerateTextRequest request, CancellationToken cancellationToken = default);
}
