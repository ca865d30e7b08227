using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TwelveLabs.AspNetCore;

/// <summary>Reads a request's body as it came, and no more of it than is allowed.</summary>
internal static class CappedBody
{
    /// <returns>The bytes; <see langword="null"/> where there are more than allowed.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        // What is over the limit is not read off the connection either, where the server lets itself be told. It counts the
        // frames of chunks as well, six bytes for each byte at worst, so it is told of more.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = 8L * limit;
        }

        try
        {
            while (true)
            {
                ReadResult read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> soFar = read.Buffer;
                if (soFar.Length > limit)
                {
                    request.BodyReader.AdvanceTo(soFar.End);
                    return null;
                }

                if (read.IsCompleted)
                {
                    byte[] body = soFar.ToArray();
                    request.BodyReader.AdvanceTo(soFar.End);
                    return body;
                }

                request.BodyReader.AdvanceTo(soFar.Start, soFar.End);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
