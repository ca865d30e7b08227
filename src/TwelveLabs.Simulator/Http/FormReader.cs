using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TwelveLabs.Simulator.Http;

/// <summary>A file of a form: what is left of it after its octets went nowhere.</summary>
internal readonly record struct CountedFile(string Name, long Size);

/// <summary>Reads a multipart form. Files are counted as they stream by and kept neither in memory nor on disk.</summary>
internal sealed class FormReader : TextParameters
{
    private const int MaxTextBytes = 1 << 16;
    private const int BufferBytes = 1 << 16;

    private readonly Dictionary<string, StringValues> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountedFile> _files = new(StringComparer.Ordinal);

    private FormReader()
    {
    }

    protected override IEnumerable<string> Names => _texts.Keys.Concat(_files.Keys);

    /// <param name="request">The request whose body is read to its end.</param>
    /// <param name="maxBytes">The largest file.</param>
    /// <exception cref="Refusal">It is no multipart form, or a file is larger (<c>video_filesize_too_large</c>).</exception>
    public static async Task<FormReader> ReadAsync(HttpRequest request, long maxBytes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            throw Refusal.InvalidRequest("The body must be multipart/form-data.");
        }

        // A caller that waits for "100 Continue" can be spared the upload. Any other is still sending, and would see
        // a broken connection instead of the refusal, so its octets are taken first.
        bool waitsForContinue = request.Headers.Expect.Count > 0;
        if (waitsForContinue && request.ContentLength > maxBytes + MaxTextBytes)
        {
            throw TooLarge(maxBytes, request.ContentLength.Value);
        }

        var form = new FormReader();
        try
        {
            await form.ReadPartsAsync(new MultipartReader(boundary.ToString(), request.Body), request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            throw Refusal.InvalidRequest("The form is broken.");
        }

        CountedFile largest = form._files.Values.OrderByDescending(static f => f.Size).FirstOrDefault();
        return largest.Size > maxBytes ? throw TooLarge(maxBytes, largest.Size) : form;
    }

    public CountedFile? File(string name)
    {
        _ = Text(name);
        return _files.TryGetValue(name, out CountedFile file) ? file : null;
    }

    protected override StringValues Values(string name) => _texts.TryGetValue(name, out StringValues values) ? values : StringValues.Empty;

    private static Refusal TooLarge(long maxBytes, long size) =>
        Refusal.BadRequest("video_filesize_too_large", $"The video is too large: it must be less than {maxBytes} bytes. Current file size is {size} bytes.");

    private static async Task<long> CountAsync(Stream stream, CancellationToken stop)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0;)
            {
                size += read;
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<string> ReadTextAsync(Stream stream, CancellationToken stop)
    {
        byte[] buffer = new byte[MaxTextBytes + 1];
        int size = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return size <= MaxTextBytes ? Encoding.UTF8.GetString(buffer, 0, size) : throw Refusal.InvalidRequest("A field of the form is too long.");
    }

    private async Task ReadPartsAsync(MultipartReader parts, CancellationToken stop)
    {
        while (await parts.ReadNextSectionAsync(stop) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name) is not { Length: > 0 } quoted)
            {
                throw Refusal.InvalidRequest("Each part of the form needs a name.");
            }

            string name = quoted.ToString();
            string? fileName = FileName(disposition);
            if (fileName is not null || name.EndsWith("_file", StringComparison.Ordinal))
            {
                _files[name] = new(fileName ?? name, await CountAsync(part.Body, stop));
                continue;
            }

            _texts[name] = StringValues.Concat(_texts.GetValueOrDefault(name), await ReadTextAsync(part.Body, stop));
        }
    }

    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        StringSegment name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
        return name.Length > 0 ? Path.GetFileName(name.ToString()) : null;
    }
}
