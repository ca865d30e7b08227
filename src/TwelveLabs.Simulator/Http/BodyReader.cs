using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Http;

/// <summary>Reads a JSON body member by member and remembers which names were asked for, so that the rest can be refused as unknown.</summary>
internal sealed class BodyReader
{
    private readonly JsonObject _body;
    private readonly string _path;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public BodyReader(JsonObject body, string path = "")
    {
        _body = body;
        _path = path;
    }

    public static async Task<BodyReader> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw Refusal.InvalidRequest("The body must be application/json.");
        }

        try
        {
            JsonNode? node = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return node is JsonObject body ? new(body) : throw Refusal.InvalidRequest("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Refusal.InvalidRequest("The body is not JSON.");
        }
    }

    public bool Has(string name)
    {
        _known.Add(name);
        return _body.ContainsKey(name);
    }

    public string? Text(string name)
    {
        _known.Add(name);
        if (!_body.TryGetPropertyValue(name, out JsonNode? node) || node is null)
        {
            return null;
        }

        return node is JsonValue value && value.TryGetValue(out string? text) ? text : throw Refusal.Invalid(_path + name);
    }

    public string RequiredText(string name) => Text(name) switch
    {
        null => throw Refusal.NotProvided(_path + name),
        { } text when string.IsNullOrWhiteSpace(text) => throw Refusal.Invalid(_path + name, "It must not be empty."),
        { } text => text,
    };

    public string Choice(string name, string byDefault, params ReadOnlySpan<string> allowed)
    {
        string value = Text(name) ?? byDefault;
        return allowed.Contains(value) ? value : throw Refusal.Invalid(_path + name);
    }

    public bool Flag(string name, bool byDefault)
    {
        _known.Add(name);
        if (!_body.TryGetPropertyValue(name, out JsonNode? node) || node is null)
        {
            return byDefault;
        }

        return node is JsonValue value && value.TryGetValue(out bool flag) ? flag : throw Refusal.Invalid(_path + name);
    }

    public double Number(string name, double byDefault, double min, double max)
    {
        _known.Add(name);
        if (!_body.TryGetPropertyValue(name, out JsonNode? node) || node is null)
        {
            return byDefault;
        }

        double number = node.GetValueKind() is JsonValueKind.Number ? node.GetValue<double>() : double.NaN;
        return number >= min && number <= max ? number : throw Refusal.Invalid(_path + name, $"It must be between {min} and {max}.");
    }

    public IReadOnlyList<string>? Texts(string name)
    {
        if (List(name) is not { } list)
        {
            return null;
        }

        return [.. list.Select(item => item is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw Refusal.Invalid(_path + name))];
    }

    public JsonArray? List(string name)
    {
        _known.Add(name);
        if (!_body.TryGetPropertyValue(name, out JsonNode? node) || node is null)
        {
            return null;
        }

        return node as JsonArray ?? throw Refusal.Invalid(_path + name, "It must be a list.");
    }

    public JsonObject? Object(string name)
    {
        _known.Add(name);
        if (!_body.TryGetPropertyValue(name, out JsonNode? node) || node is null)
        {
            return null;
        }

        return node as JsonObject ?? throw Refusal.Invalid(_path + name, "It must be an object.");
    }

    /// <summary>Call after the last read and before anything is changed: whatever was not read is unknown.</summary>
    /// <exception cref="Refusal"><c>parameter_unknown</c>.</exception>
    public void RefuseUnknown()
    {
        string[] unknown = [.. _body.Select(static m => m.Key).Where(name => !_known.Contains(name)).Select(name => _path + name)];
        if (unknown.Length > 0)
        {
            throw Refusal.Unknown(unknown);
        }
    }
}
