using System.Text.Json;

namespace TwelveLabs;

/// <summary>What the body of an error says. Both shapes of the platform, and anything else without a complaint.</summary>
internal readonly record struct ErrorBody(string? Code, string? Message, Uri? DocsUrl)
{
    public static ErrorBody Parse(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            return new ErrorBody(
                Text(root, "code") ?? Text(root, "error_code"),
                Text(root, "message"),
                Uri.TryCreate(Text(root, "docs_url"), UriKind.Absolute, out Uri? docs) ? docs : null);
        }
        catch (JsonException)
        {
            // A page of HTML, or a body that broke off: the caller shows its beginning instead.
            return default;
        }
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
