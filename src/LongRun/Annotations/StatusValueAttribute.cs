namespace LongRun.Annotations;

/// <summary>Gives the text on the wire of a known value of an open status type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class StatusValueAttribute : Attribute
{
    /// <summary>Declares the text.</summary>
    /// <param name="value">The text on the wire, case included.</param>
    public StatusValueAttribute(string value) => Value = value;

    /// <summary>The text on the wire.</summary>
    public string Value { get; }
}
