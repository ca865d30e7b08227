using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class AllowedTextsRuleTests
{
    private static readonly AllowedTextsRule Sort = new(["created_at", "updated_at", "asc"]);

    [Theory]
    [InlineData("created_at")]
    [InlineData("asc")]
    public void A_listed_text_fits(string text) => Assert.Null(Sort.Judge(text, "sortBy"));

    [Theory]
    [InlineData("Created_At", "sortBy accepts created_at, updated_at and asc, and not 'Created_At'; did you mean 'created_at'? The server refuses any other.")]
    [InlineData("craeted_at", "sortBy accepts created_at, updated_at and asc, and not 'craeted_at'; did you mean 'created_at'? The server refuses any other.")]
    [InlineData("name", "sortBy accepts created_at, updated_at and asc, and not 'name'. The server refuses any other.")]
    [InlineData("", "sortBy accepts created_at, updated_at and asc, and not ''. The server refuses any other.")]
    [InlineData("asc\0", "sortBy accepts created_at, updated_at and asc, and not 'asc\\u0000'; did you mean 'asc'? The server refuses any other.")]
    public void Another_text_is_said_with_what_was_meant_or_with_the_list(string text, string message) => Assert.Equal(message, Sort.Judge(text, "sortBy"));

    [Fact]
    public void An_empty_list_accepts_everything()
    {
        Assert.Null(new AllowedTextsRule([]).Judge("x", "sortBy"));
        Assert.Null(new AllowedTextsRule(null).Judge("x", "sortBy"));
    }
}
