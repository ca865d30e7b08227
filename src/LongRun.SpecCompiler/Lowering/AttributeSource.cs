using System.Globalization;
using LongRun.SpecCompiler.Naming;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes one contract attribute as C# source, without brackets.</summary>
public sealed class AttributeSource
{
    private const string ConstraintSuffix = "Constraint";

    private readonly string _type;
    private readonly List<(string? Name, string Source)> _arguments = [];

    /// <summary>Starts an attribute.</summary>
    /// <param name="type">Name of its type in <c>LongRun.Annotations</c>, without <c>Attribute</c>.</param>
    public AttributeSource(string type) => _type = type;

    /// <summary>What it limits, if it is a constraint: <c>Url</c>, <c>Duration</c>, <c>Number</c>, <c>Text</c>, <c>Items</c>.</summary>
    public string? Constrained => _type.EndsWith(ConstraintSuffix, StringComparison.Ordinal) ? _type[..^ConstraintSuffix.Length] : null;

    /// <summary>Whether it has no argument yet.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Adds a positional text.</summary>
    /// <param name="value">The text.</param>
    /// <returns>This.</returns>
    public AttributeSource Argument(string value)
    {
        _arguments.Add((null, CSharpNames.Literal(value)));
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
        : $"global::LongRun.Annotations.{_type}({Arguments(static name => name + " = ")})";

    /// <summary>The type of the judge that judges values at run time as the attribute lets the analyzers judge them.</summary>
    public string RuleType => $"global::LongRun.Constraints.{Constrained}Rule";

    /// <summary>The arguments of that judge's constructor: the attribute's, by the same names.</summary>
    /// <returns>The arguments as C# source, without parentheses.</returns>
    public string RuleArguments() => Arguments(static name => CSharpNames.Camel(name) + ": ");

    private AttributeSource Raw(string name, string source)
    {
        _arguments.Add((name, source));
        return this;
    }

    private string Arguments(Func<string, string> name) =>
        string.Join(", ", _arguments.Select(argument => (argument.Name is null ? "" : name(argument.Name)) + argument.Source));
}
