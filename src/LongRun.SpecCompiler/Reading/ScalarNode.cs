namespace LongRun.SpecCompiler.Reading;

/// <summary>The kinds of scalar that JSON knows.</summary>
public enum ScalarKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>A single value.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">Its text, in the form of JSON and without quotes.</param>
/// <param name="position">Where it stands.</param>
public sealed class ScalarNode(ScalarKind kind, string text, SourcePosition position) : Node(position)
{
    /// <summary>What it is.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>Its text, in the form of JSON and without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it is the value <c>true</c>.</summary>
    public bool IsTrue => Kind == ScalarKind.Boolean && Text == "true";

    /// <summary>Makes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where its cause stands.</param>
    /// <returns>The node.</returns>
    public static ScalarNode Of(string text, SourcePosition position) => new(ScalarKind.Text, text, position);

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="position">Where its cause stands.</param>
    /// <returns>The node.</returns>
    public static ScalarNode Of(bool value, SourcePosition position) => new(ScalarKind.Boolean, value ? "true" : "false", position);

    /// <inheritdoc />
    public override int Size => 1;

    /// <inheritdoc />
    public override Node Clone() => this;
}
