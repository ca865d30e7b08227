using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class ListedTextsTests
{
    [Theory]
    [InlineData("ready", "ready", 0)]
    [InlineData("", "ab", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ab", "bc", 2)]
    [InlineData("redy", "ready", 1)]
    [InlineData("readyy", "ready", 1)]
    [InlineData("reody", "ready", 1)]
    [InlineData("raedy", "ready", 1)]
    [InlineData("raeyd", "ready", 2)]
    [InlineData("abcd", "badc", 2)]
    public void Distance_counts_insertions_deletions_replacements_and_swaps_of_neighbours(string left, string right, int edits)
    {
        Assert.Equal(edits, ListedTexts.Distance(left, right));
        Assert.Equal(edits, ListedTexts.Distance(right, left));
    }

    [Theory]
    [InlineData("redy", "ready")]
    [InlineData("READY", "ready")]
    [InlineData("faield", "failed")]
    [InlineData("bald", null)]
    [InlineData("nothing", null)]
    [InlineData("x", null)]
    public void Nearest_is_the_only_one_that_is_near(string text, string? nearest) =>
        Assert.Equal(nearest, ListedTexts.Nearest(text, ["ready", "failed", "bold", "bale"]));

    [Theory]
    [InlineData("")]
    [InlineData("a", "a")]
    [InlineData("a and b", "a", "b")]
    [InlineData("a, b and c", "a", "b", "c")]
    public void A_list_is_written_as_a_sentence_does(string written, params string[] listed) => Assert.Equal(written, ListedTexts.Write(listed));
}
