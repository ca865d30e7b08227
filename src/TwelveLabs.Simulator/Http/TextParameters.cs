using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace TwelveLabs.Simulator.Http;

/// <summary>Parameters that arrive as text, in a query or a form. Remembers which names were asked for, so that the rest can be refused as unknown.</summary>
internal abstract class TextParameters
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>All names that arrived.</summary>
    protected abstract IEnumerable<string> Names { get; }

    protected IEnumerable<string> UnreadNames => Names.Where(n => !_known.Contains(n));

    public string? Text(string name) => Read(name) is { Count: > 0 } values ? values.ToString() : null;

    public string RequiredText(string name) => Text(name) is { Length: > 0 } value ? value : throw Refusal.NotProvided(name);

    /// <summary>Comma separated, repeated, or both.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Read(name).SelectMany(static v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public bool Flag(string name, bool byDefault) => Text(name) switch
    {
        null => byDefault,
        { } text when bool.TryParse(text, out bool flag) => flag,
        _ => throw Refusal.Invalid(name, "It must be `true` or `false`."),
    };

    public int Integer(string name, int byDefault, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return byDefault;
        }

        bool parsed = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        return parsed && value >= min && value <= max ? value : throw Refusal.Invalid(name, $"It must be between {min} and {max}.");
    }

    /// <returns>The number, or null when none was given.</returns>
    public double? Number(string name, double min, double max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        double value = ParseNumber(name, text);
        return value >= min && value <= max ? value : throw Refusal.Invalid(name, $"It must be between {min} and {max}.");
    }

    public string Choice(string name, string byDefault, params ReadOnlySpan<string> allowed)
    {
        string value = Text(name) ?? byDefault;
        return allowed.Contains(value) ? value : throw Refusal.Invalid(name);
    }

    /// <summary>Call after the last read and before anything is changed: whatever was not read is unknown.</summary>
    /// <exception cref="Refusal"><c>parameter_unknown</c>.</exception>
    public void RefuseUnknown()
    {
        string[] unknown = [.. UnreadNames];
        if (unknown.Length > 0)
        {
            throw Refusal.Unknown(unknown);
        }
    }

    protected static double ParseNumber(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Refusal.Invalid(name, "It must be a number.");

    protected abstract StringValues Values(string name);

    private StringValues Read(string name)
    {
        _known.Add(name);
        return Values(name);
    }
}
