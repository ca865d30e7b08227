using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class TextRuleTests
{
    private static readonly TextRule Title = new(1, 5);

    [Theory]
    [InlineData("a")]
    [InlineData("abcde")]
    [InlineData(" ")]
    [InlineData("\0")]
    public void Both_bounds_and_what_is_between_them_fit(string text) => Assert.Null(Title.Judge(text, "Title"));

    [Theory]
    [InlineData("", "The text has no characters; Title accepts 1 to 5 characters.")]
    [InlineData("abcdef", "The text has 6 characters; Title accepts 1 to 5 characters.")]
    public void What_is_outside_is_said_with_the_range(string text, string message) => Assert.Equal(message, Title.Judge(text, "Title"));

    [Fact]
    public void One_character_is_said_as_one()
    {
        Assert.Equal("The text has 1 character; Id accepts at least 2 characters.", new TextRule(minLength: 2).Judge("a", "Id"));
        Assert.Equal("The text has 2 characters; Id accepts at most 1 character.", new TextRule(maxLength: 1).Judge("ab", "Id"));
    }

    [Fact]
    public void A_pair_of_surrogates_is_one_character_and_so_is_half_of_one()
    {
        var two = new TextRule(2, 2);

        Assert.Null(two.Judge("\U0001F600\U0001F600", "Text"));
        Assert.Null(two.Judge("\ud83d\ud83d", "Text"));
        Assert.Null(two.Judge("\ude00\ud83d", "Text"));
        Assert.Null(two.Judge("e\u0301", "Text"));
        Assert.NotNull(two.Judge("\ud83d\ude00", "Text"));
    }

    [Theory]
    [InlineData("^[0-9a-f]{4}$", "12ab", true)]
    [InlineData("^[0-9a-f]{4}$", "12ag", false)]
    [InlineData("[0-9]", "a1b", true)]
    [InlineData("[0-9]", "ab", false)]
    [InlineData("^\\d+$", "\u0661\u0662", false)]
    [InlineData("^\\w+$", "\u00e9", false)]
    public void A_pattern_is_ecma_262_and_not_anchored(string pattern, string text, bool fits) =>
        Assert.Equal(fits ? null : $"'{text}' does not match the pattern '{pattern}' of Id.", new TextRule(pattern: pattern).Judge(text, "Id"));

    [Theory]
    [InlineData("(")]
    [InlineData("(?<=a)\\p{L}")]
    [InlineData("^(a+)+$")]
    public void A_pattern_that_cannot_be_used_is_the_documents_mistake(string pattern) =>
        Assert.Null(new TextRule(pattern: pattern).Judge(new string('a', 40) + "!", "Id"));

    [Fact]
    public void The_first_fault_decides() =>
        Assert.Equal("The text has no characters; Id accepts at least 1 character.", new TextRule(1, int.MaxValue, "^x$").Judge("", "Id"));

    [Fact]
    public void How_a_text_begins_can_only_be_too_long()
    {
        Assert.Null(Title.JudgeHead("", "Title"));
        Assert.Null(Title.JudgeHead("abcde", "Title"));
        Assert.NotNull(Title.JudgeHead("abcdef", "Title"));
        Assert.Null(new TextRule(pattern: "^x").JudgeHead("a", "Title"));
    }

    [Fact]
    public void A_message_shows_a_long_or_unprintable_text_shortened_and_on_one_line()
    {
        string message = new TextRule(pattern: "^x$").Judge("a\nb\ud83d\u2028\U0001F600" + new string('z', 1000), "Text")!;

        Assert.StartsWith("'a\\nb\\ud83d\\u2028\U0001F600zz", message, StringComparison.Ordinal);
        Assert.EndsWith("z…' does not match the pattern '^x$' of Text.", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 200, 300);
    }
}
