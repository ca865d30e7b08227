namespace LongRun.Tests.Operations;

public sealed class OperationTokenTests
{
    public static TheoryData<string, string> RoundTrips => new()
    {
        { "665a0c1e9b1d2f3a4b5c6d7e", "lr1.Indexing.665a0c1e9b1d2f3a4b5c6d7e" },
        { "a-b_C9", "lr1.Indexing.a-b_C9" },
        { "a.b/c d", "lr1.Indexing.a~2Eb~2Fc~20d" },
        { "~2E", "lr1.Indexing.~7E2E" },
        { "ü😀", "lr1.Indexing.~C3~BC~F0~9F~98~80" },
    };

    [Theory]
    [MemberData(nameof(RoundTrips))]
    public void Token_is_written_and_read_back(string id, string text)
    {
        var token = new OperationToken("Indexing", id);

        Assert.Equal(text, token.ToString());
        Assert.Equal(token, OperationToken.Parse(text));
        Assert.Equal(id, OperationToken.Parse(text).Id);
        Assert.True(token == OperationToken.Parse(text.AsSpan(), null));
        Assert.Equal(token.GetHashCode(), OperationToken.Parse(text, null).GetHashCode());
        Assert.Equal(Uri.UnescapeDataString(text), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("665a0c1e9b1d2f3a4b5c6d7e")]
    [InlineData("lr1")]
    [InlineData("lr1.Indexing")]
    [InlineData("lrx.Indexing.1")]
    [InlineData("lr.Indexing.1")]
    [InlineData("LR1.Indexing.1")]
    [InlineData(" lr1.Indexing.1")]
    [InlineData("lr1..1")]
    [InlineData("lr1.Indexing.")]
    [InlineData("lr1.Indexing.a.b")]
    [InlineData("lr1.Indexing.a b")]
    [InlineData("lr1.Indexing.ü")]
    [InlineData("lr1.Indexing.~2")]
    [InlineData("lr1.Indexing.~2e")]
    [InlineData("lr1.Indexing.~61")]
    [InlineData("lr1.Indexing.~FF")]
    public void Text_that_is_no_token_is_refused(string text)
    {
        Assert.False(OperationToken.TryParse(text, out OperationToken token));
        Assert.Equal(default, token);
        Assert.Contains("operation token", Assert.Throws<FormatException>(() => OperationToken.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_of_a_later_version_is_named_as_such()
    {
        FormatException fault = Assert.Throws<FormatException>(static () => OperationToken.Parse("lr2.Indexing.1"));

        Assert.Equal("'lr2.Indexing.1' is an operation token of version 'lr2'; this version of LongRun reads 'lr1'.", fault.Message);
    }

    [Fact]
    public void Message_on_a_long_text_stays_short()
    {
        FormatException fault = Assert.Throws<FormatException>(static () => OperationToken.Parse(new string('x', 100_000)));

        Assert.True(fault.Message.Length < 200);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.False(OperationToken.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(static () => OperationToken.Parse(null!));
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("Indexing", "")]
    [InlineData(null, "1")]
    [InlineData("Indexing", null)]
    public void Token_needs_a_name_and_an_id(string? operation, string? id) =>
        Assert.ThrowsAny<ArgumentException>(() => new OperationToken(operation!, id!));

    [Fact]
    public void Half_of_a_surrogate_pair_could_not_be_read_back_and_is_refused() =>
        Assert.StartsWith(
            "The text holds half of a surrogate pair and could not be read back.",
            Assert.Throws<ArgumentException>(static () => new OperationToken("Indexing", "\ud83d")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Default_token_is_empty()
    {
        Assert.Equal("", default(OperationToken).ToString());
        Assert.Equal("", default(OperationToken).Id);
        Assert.True(default != new OperationToken("Indexing", "1"));
        Assert.False(new OperationToken("Indexing", "1").Equals("lr1.Indexing.1"));
    }
}
