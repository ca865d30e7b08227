using System.Globalization;
using LongRun.SpecCompiler.Naming;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes one contract attribute as C# source, without brackets.</summary>
public sealed class AttributeSource
{
    private readonly string _type;
    private readonly List<string> _arguments = [];

    /// <summary>Starts an attribute.</summary>
    /// <param name="type">Name of its type in <c>LongRun.Annotations</c>, without <c>Attribute</c>.</param>
    public AttributeSource(string type) => _type = type;

    /// <summary>Whether it has no argument yet.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Adds a positional text.</summary>
    /// <param name="value">The text.</param>
    /// <returns>This.</returns>
    public AttributeSource Argument(string value)
    {
        _arguments.Add(CSharpNames.Literal(value));
        return this;
    }

    /// <summary>Adds a named text, unless there is none.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The text.</param>
    /// <returns>This.</returns>
    public AttributeSource Text(string name, string? value) => value is null ? this : Raw(name, CSharpNames.Literal(value));

    /// <summary>Adds named texts, unless there are none.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">The texts.</param>
    /// <returns>This.</returns>
    public AttributeSource Texts(string name, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? this : Raw(name, $"new[] {{ {string.Join(", ", values.Select(CSharpNames.Literal))} }}");

    /// <summary>Adds a named duration in seconds, unless there is none.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The duration.</param>
    /// <returns>This.</returns>
    public AttributeSource Seconds(string name, TimeSpan? value) => value is null ? this : Number(name, value.Value.TotalSeconds);

    /// <summary>Adds a named number, unless there is none.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The number.</param>
    /// <returns>This.</returns>
    public AttributeSource Number(string name, double? value) =>
        value is null ? this : Raw(name, value.Value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a named whole number, unless there is none.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The number.</param>
    /// <returns>This.</returns>
    public AttributeSource Whole(string name, long? value) =>
        value is null ? this : Raw(name, value.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a named <see langword="true"/>, unless it is false.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The value.</param>
    /// <returns>This.</returns>
    public AttributeSource Flag(string name, bool value) => value ? Raw(name, "true") : this;

    /// <inheritdoc />
    public override string ToString() => IsEmpty
        ? $"global::LongRun.Annotations.{_type}"
        : $"global::LongRun.Annotations.{_type}({string.Join(", ", _arguments)})";

    private AttributeSource Raw(string name, string source)
    {
        _arguments.Add($"{name} = {source}");
        return this;
    }
}
