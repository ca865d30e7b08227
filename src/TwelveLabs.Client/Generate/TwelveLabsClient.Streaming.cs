using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using TwelveLabs.Http;

namespace TwelveLabs;

/// <content>Text that arrives piece by piece: one JSON object in each line (NDJSON).</content>
public sealed partial class TwelveLabsClient
{
    /// <inheritdoc />
    public IAsyncEnumerable<GenerateStreamEvent> GenerateTextStreamAsync(GenerateTextRequest request, CancellationToken cancellationToken = default)
    {
        ThrowIfViolated(request);
        return StreamAsync(
            new GenerateTextRequest { VideoId = request.VideoId, Prompt = request.Prompt, Temperature = request.Temperature, Stream = true },
            cancellationToken);
    }

    private async IAsyncEnumerable<GenerateStreamEvent> StreamAsync(GenerateTextRequest body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = CreateRequest(HttpMethod.Post, "generate", CreateJsonContent(body), "application/x-ndjson");
        request.Options.Set(CallClassifier.StreamedAnswer, true);
        using HttpResponseMessage response = await HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
        }

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), Encoding.UTF8);
        while (await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            GenerateStreamEvent read = await ReadEventAsync(line, reader, response, cancellationToken).ConfigureAwait(false);
            if (read.EventType == GenerateStreamEventType.StreamError)
            {
                throw StreamFailed(read.Error?.Message, line, response);
            }

            yield return read;
            if (read.EventType == GenerateStreamEventType.StreamEnd)
            {
                yield break;
            }
        }

        throw BrokeOff(null);
    }

    private static async Task<GenerateStreamEvent> ReadEventAsync(string line, StreamReader reader, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TwelveLabsJsonContext.Default.GenerateStreamEvent) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException exception)
        {
            // A last line that cannot be read was cut; one in the middle is no event.
            if (line.StartsWith('{') && await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false) is null)
            {
                throw BrokeOff(exception);
            }

            throw new TwelveLabsException(
                $"POST /generate answered {(int)response.StatusCode} with a line of its stream that is no event: {exception.Message}",
                (int)response.StatusCode,
                line,
                response.Headers,
                exception);
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw BrokeOff(exception);
        }
    }

    private static TwelveLabsException StreamFailed(string? message, string line, HttpResponseMessage response) =>
        new($"POST /generate ended its stream with an error: {message ?? "no reason was given."}", (int)response.StatusCode, line, response.Headers)
        {
            ServerMessage = message,
        };

    private static HttpRequestException BrokeOff(Exception? cause) =>
        new(HttpRequestError.ResponseEnded, "The stream of POST /generate broke off before its end; the text so far is not whole.", cause);
}
