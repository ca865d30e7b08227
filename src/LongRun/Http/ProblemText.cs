using System.Text;
using System.Text.Json;

namespace LongRun.Http;

/// <summary>What the body of an error says to people: title and detail of RFC 9457, or the message that most other APIs have.</summary>
internal static class ProblemText
{
    // Enough for a sentence or two; the whole body is beside it.
    private const int Longest = 500;

    private static readonly string[] Messages = ["message", "error_description", "detail", "title", "error"];

    /// <summary>Adds it to the sentence of an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The sentence, longer where the body says something.</returns>
    public static string Extend(in ApiError error) =>
        error.StatusCode >= 300 && Of(error.ResponseBody) is { } text ? $"{error.Message.TrimEnd('.')}: {text}" : error.Message;

    private static string? Of(string? body)
    {
        if (string.IsNullOrWhiteSpace(body) || body.AsSpan().TrimStart() is not ['{', ..])
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            string? text = Text(document.RootElement, "title") is { } title && Text(document.RootElement, "detail") is { } detail
                ? $"{title.TrimEnd('.')}: {detail}"
                : Message(document.RootElement) ?? Inner(document.RootElement);
            return text is null ? null : Sentence(text);
        }
        catch (JsonException)
        {
            // It was cut, or is no JSON; whoever wants it has it.
            return null;
        }
    }

    private static string? Message(JsonElement value) => Messages.Select(name => Text(value, name)).FirstOrDefault(static text => text is not null);

    // {"error": {"message": …}}, {"errors": [{"message": …}]}
    private static string? Inner(JsonElement root) =>
        root.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object ? Message(error)
        : root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0 && errors[0].ValueKind == JsonValueKind.Object ? Message(errors[0])
        : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { } found && !string.IsNullOrWhiteSpace(found) ? found : null;

    private static string Sentence(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (char c in text.AsSpan().Trim())
        {
            if (line.Length == Longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line[^1] is '.' or '!' or '?' ? line.ToString() : line.Append('.').ToString();
    }
}
