using System.Net.Http.Headers;

namespace LongRun.Http;

/// <summary>An answer that is no JSON: a file, or a stream of events. Read it, then dispose of it.</summary>
public sealed class FileResponse : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage _response;

    internal FileResponse(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>The body, as it arrives: it is not held in memory.</summary>
    public Stream Content { get; }

    /// <summary>HTTP status.</summary>
    public int StatusCode => (int)_response.StatusCode;

    /// <summary>Media type of the body; <see langword="null"/> where the server does not say.</summary>
    public string? ContentType => _response.Content.Headers.ContentType?.MediaType;

    /// <summary>Length of the body in bytes; <see langword="null"/> where the server does not say.</summary>
    public long? ContentLength => _response.Content.Headers.ContentLength;

    /// <summary>Name of the file; <see langword="null"/> where the server does not say.</summary>
    public string? FileName => (_response.Content.Headers.ContentDisposition?.FileNameStar ?? _response.Content.Headers.ContentDisposition?.FileName)?.Trim('"');

    /// <summary>The headers of the answer, those of the body aside.</summary>
    public HttpResponseHeaders Headers => _response.Headers;

    /// <summary>Writes the body to a file; an existing one is replaced.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Ends the call early; the file is then incomplete.</param>
    /// <returns>A task that ends when all was written.</returns>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        FileStream file = File.Create(path);
        await using (file.ConfigureAwait(false))
        {
            await Content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }
}
