namespace TwelveLabs.Http;

/// <summary>Reads the body of each answer to its end before the call counts as done.</summary>
/// <remarks>
/// Without it the limit of an attempt would end with the headers: a body that stalls would hang for ever, and one that
/// breaks off would not be retried. Answers are JSON of some kilobytes; nothing large passes here. A streamed answer is
/// left to flow, with a limit for its silence.
/// </remarks>
internal sealed class WholeAnswerHandler(TwelveLabsOptions options, TimeProvider timeProvider) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && CallClassifier.IsStreamed(request))
        {
            if (options.ComputeTimeout != Timeout.InfiniteTimeSpan)
            {
                response.Content = new IdleLimitedContent(response.Content, options.ComputeTimeout, timeProvider);
            }

            return response;
        }

        try
        {
            await BufferAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception) when (!response.IsSuccessStatusCode && exception is (HttpRequestException or IOException))
        {
            // The status of a refusal is worth more than its broken body.
            response.Content.Dispose();
            response.Content = new ByteArrayContent([]);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static Task BufferAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET9_0_OR_GREATER
        content.LoadIntoBufferAsync(cancellationToken);
#else
        // The overload with a token is newer than .NET 8; this one buffers too, and its copy is dropped.
        content.ReadAsByteArrayAsync(cancellationToken);
#endif
}
