using System.Net;

namespace TwelveLabs.Http;

/// <summary>The body of a streamed answer, read through an <see cref="IdleLimitedStream"/>.</summary>
internal sealed class IdleLimitedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _timeProvider;

    public IdleLimitedContent(HttpContent inner, TimeSpan limit, TimeProvider timeProvider)
    {
        _inner = inner;
        _limit = limit;
        _timeProvider = timeProvider;
        foreach (KeyValuePair<string, IEnumerable<string>> header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        new IdleLimitedStream(await _inner.ReadAsStreamAsync().ConfigureAwait(false), _limit, _timeProvider);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using Stream body = await CreateContentReadStreamAsync().ConfigureAwait(false);
        await body.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
