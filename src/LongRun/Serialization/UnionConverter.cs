using System.Text.Json;
using System.Text.Json.Serialization;

namespace LongRun.Serialization;

/// <summary>Reads and writes a union. Base of generated converters.</summary>
/// <typeparam name="T">The union.</typeparam>
public abstract class UnionConverter<T> : JsonConverter<T>
    where T : Union
{
    private readonly UnionCase[] _cases;

    /// <summary>Creates a converter.</summary>
    /// <param name="cases">The cases, in the order of the document.</param>
    protected UnionConverter(params UnionCase[] cases) => _cases = cases;

    /// <summary>Makes a union.</summary>
    /// <param name="number">Number of the case, from 1; 0 where the value is of none.</param>
    /// <param name="value">The value.</param>
    /// <returns>The union.</returns>
    protected abstract T Create(int number, object value);

    /// <summary>Number of a union's case.</summary>
    /// <param name="union">The union.</param>
    /// <returns>The number, from 1; 0 where it is of none.</returns>
    protected abstract int NumberOf(T union);

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement value = document.RootElement;

        // A value that looks like a case and cannot be read as one may still be of the next.
        foreach ((UnionCase best, int number) in _cases
            .Select(static (one, i) => (one, i + 1))
            .Select(pair => (pair, Match: pair.one.Shape.Match(value)))
            .Where(static found => found.Match != JsonShape.NoMatch)
            .OrderByDescending(static found => found.Match)
            .Select(static found => found.pair))
        {
            try
            {
                if (best.Read(value, options) is { } read)
                {
                    return Create(number, read);
                }
            }
            catch (JsonException)
            {
            }
        }

        return Create(0, value.Clone());
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        int number = NumberOf(value);
        if (number == 0)
        {
            ((JsonElement)value.Value).WriteTo(writer);
            return;
        }

        _cases[number - 1].Write(writer, value.Value, options);
    }
}
