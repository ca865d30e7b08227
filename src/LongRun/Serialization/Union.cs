using System.Text.Json;

namespace LongRun.Serialization;

/// <summary>A value that is of one of several types, as the document says by <c>oneOf</c> or <c>anyOf</c>. Base of generated classes.</summary>
public abstract class Union : IEquatable<Union>
{
    /// <summary>Creates a value.</summary>
    /// <param name="value">What it holds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    protected Union(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>What it holds: of the type of its case; a <see cref="JsonElement"/> where the server sent something that the document does not list.</summary>
    public object Value { get; }

    /// <inheritdoc />
    public bool Equals(Union? other) => other is not null && other.GetType() == GetType() && other.Value.Equals(Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Union);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The text of what it holds.</summary>
    /// <returns>The text, as a query has it.</returns>
    public override string ToString() => Http.RequestUri.Format(Value);
}
