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
    [InlineData("Created_At", "'Created_At' is not accepted by sortBy; did you mean 'created_at'?")]
    [InlineData("craeted_at", "'craeted_at' is not accepted by sortBy; did you mean 'created_at'?")]
    [InlineData("name", "'name' is not accepted by sortBy; accepted: created_at, updated_at, asc.")]
    [InlineData("", "'' is not accepted by sortBy; accepted: created_at, updated_at, asc.")]
    [InlineData("asc\0", "'asc\\u0000' is not accepted by sortBy; did you mean 'asc'?")]
    public void Another_text_is_said_with_what_was_meant_or_with_the_list(string text, string message) => Assert.Equal(message, Sort.Judge(text, "sortBy"));

    [Fact]
    public void An_empty_list_accepts_everything()
    {
        Assert.Null(new AllowedTextsRule([]).Judge("x", "sortBy"));
        Assert.Null(new AllowedTextsRule(null).Judge("x", "sortBy"));
    }
}
