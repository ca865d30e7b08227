namespace LongRun.Generators.Model;

/// <summary>A member of an answer, and how it is read.</summary>
/// <param name="Access">The member as code, safe against null on the way: <c>value.Process?.Percentage</c>.</param>
/// <param name="MayBeNull">Whether that may be null.</param>
/// <param name="EndsInNull">Whether the last member itself may be null, and not only one on the way.</param>
/// <param name="Conversion">What is done with it.</param>
/// <param name="EnumType">The enum, where it is one.</param>
/// <param name="EnumTexts">The enum's members and their texts, where it is one.</param>
/// <param name="KnownTexts">The texts that its type lists; none where it lists none.</param>
internal sealed record MemberReading(
    string Access,
    bool MayBeNull,
    bool EndsInNull,
    ReadingConversion Conversion,
    string? EnumType = null,
    EquatableArray<EnumText> EnumTexts = default,
    EquatableArray<string> KnownTexts = default)
{
    /// <summary>Where it is a member of each item of a list: the list as code, and <see cref="Access"/> begins at <see cref="ItemVariable"/>.</summary>
    public string? Items { get; init; }

    /// <summary>The variable that holds an item.</summary>
    public const string ItemVariable = "item";
}
