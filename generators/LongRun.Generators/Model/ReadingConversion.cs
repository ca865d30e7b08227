namespace LongRun.Generators.Model;

/// <summary>How a member becomes what a reading holds.</summary>
internal enum ReadingConversion
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Its text, from <c>Value</c>.</summary>
    Value,

    /// <summary>Its text, from <c>ToString()</c>.</summary>
    Text,

    /// <summary>Its text, from <c>ToString(format, provider)</c> without a format.</summary>
    InvariantText,

    /// <summary><c>true</c> or <c>false</c>, as in JSON.</summary>
    BooleanText,

    /// <summary>The text on the wire of an enum's member.</summary>
    EnumText,

    /// <summary>A number that needs a cast to become a <c>double</c>.</summary>
    CastNumber,

    /// <summary>A text that holds a number.</summary>
    ParseNumber,

    /// <summary>The seconds of a <c>TimeSpan</c>.</summary>
    TotalSeconds,

    /// <summary>A <c>DateTime</c>; one that does not say of which zone is UTC.</summary>
    DateTime,

    /// <summary>A text that holds a time.</summary>
    ParseTime,
}
