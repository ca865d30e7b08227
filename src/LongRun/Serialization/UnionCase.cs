using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LongRun.Serialization;

/// <summary>One case of a union: what it looks like, and how it is read and written. Used by generated code.</summary>
public abstract class UnionCase
{
    private protected UnionCase(JsonShape shape) => Shape = shape;

    /// <summary>What a value of the case looks like.</summary>
    public JsonShape Shape { get; }

    /// <summary>Makes a case.</summary>
    /// <typeparam name="T">Type of its values; known to the options that it is read by.</typeparam>
    /// <param name="shape">What a value of the case looks like.</param>
    /// <returns>The case.</returns>
    public static UnionCase Of<T>(JsonShape shape)
        where T : notnull => new Typed<T>(shape);

    internal abstract object? Read(JsonElement value, JsonSerializerOptions options);

    internal abstract void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options);

    private sealed class Typed<T>(JsonShape shape) : UnionCase(shape)
        where T : notnull
    {
        internal override object? Read(JsonElement value, JsonSerializerOptions options) => value.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

        internal override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (T)value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
