using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class ItemsRuleTests
{
    private static readonly ItemsRule Options = new(1, 3, uniqueItems: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_bounds_and_what_is_between_them_fit(int count) => Assert.Null(Options.JudgeCount(count, isComplete: true, "Options"));

    [Theory]
    [InlineData(0, "Options gets no items, and accepts 1 to 3.")]
    [InlineData(4, "Options gets 4 items, and accepts 1 to 3.")]
    [InlineData(int.MaxValue, "Options gets 2147483647 items, and accepts 1 to 3.")]
    public void What_is_outside_is_said_with_the_range(int count, string message) => Assert.Equal(message, Options.JudgeCount(count, isComplete: true, "Options"));

    [Fact]
    public void Where_there_may_be_more_only_too_many_can_be_said()
    {
        Assert.Null(Options.JudgeCount(0, isComplete: false, "Options"));
        Assert.Equal("Options gets at least 4 items, and accepts 1 to 3.", Options.JudgeCount(4, isComplete: false, "Options"));
    }

    [Fact]
    public void One_bound_alone_is_said_alone_and_without_bounds_everything_fits()
    {
        Assert.Equal("Ids gets 1 item, and accepts at least 2.", new ItemsRule(minItems: 2).JudgeCount(1, isComplete: true, "Ids"));
        Assert.Equal("Ids gets 1 item, and accepts at most 0.", new ItemsRule(maxItems: 0).JudgeCount(1, isComplete: true, "Ids"));
        Assert.Null(new ItemsRule().JudgeCount(0, isComplete: true, "Ids"));
        Assert.Null(new ItemsRule().JudgeCount(int.MaxValue, isComplete: true, "Ids"));
        Assert.False(new ItemsRule().UniqueItems);
    }

    [Fact]
    public void A_repeated_item_is_named() =>
        Assert.Equal("'a' occurs more than once; Options accepts every item once.", ItemsRule.Repeated("'a'", "Options"));
}
