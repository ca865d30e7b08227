using LongRun.Annotations;

namespace LongRun.Generators.Tests;

/// <summary>The generator cannot see a default of an attribute's property, so it repeats them; these hold the two together.</summary>
public sealed class AttributeDefaultsTests
{
    [Fact]
    public void Times_that_an_attribute_does_not_set_are_those_of_the_attribute()
    {
        var attribute = new OperationMonitorAttribute("Name", "id", "Status");
        string text = GeneratorRun.Of("""
            public interface IClient
            {
                [OperationMonitor("Running", "id", "", Succeeded = new[] { "done" })] Task<string> GetAsync(string id);
            }
            """).Text("RunningOperation.g.cs");

        Assert.Equal(1, attribute.MinDelaySeconds);
        Assert.Equal(120, attribute.MaxDelaySeconds);
        Assert.Equal(600, attribute.SignalledDelaySeconds);
        Assert.Equal(3600, attribute.MaxWaitTimeSeconds);
        Assert.Contains("MinDelay = global::System.TimeSpan.FromSeconds(1),", text, StringComparison.Ordinal);
        Assert.Contains("MaxDelay = global::System.TimeSpan.FromMinutes(2),", text, StringComparison.Ordinal);
        Assert.Contains("SignalledDelay = global::System.TimeSpan.FromMinutes(10),", text, StringComparison.Ordinal);
        Assert.Contains("MaxWaitTime = global::System.TimeSpan.FromHours(1),", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", "global::System.TimeSpan.FromSeconds(90)", "at most 90 seconds")]
    [InlineData("0.5", "global::System.TimeSpan.FromSeconds(0.5)", "at most 0.5 seconds")]
    [InlineData("5400", "global::System.TimeSpan.FromMinutes(90)", "at most 90 minutes")]
    [InlineData("3600", "global::System.TimeSpan.FromHours(1)", "at most 1 hour")]
    [InlineData("0", "global::System.TimeSpan.Zero", "at most 0 seconds")]
    [InlineData("double.PositiveInfinity", "global::System.Threading.Timeout.InfiniteTimeSpan", "as long as it takes")]
    public void The_longest_wait_is_told_in_code_and_in_words(string seconds, string code, string words)
    {
        string text = GeneratorRun.Of($$"""
            public interface IClient
            {
                [OperationMonitor("Running", "id", "", Succeeded = new[] { "done" }, MaxWaitTimeSeconds = {{seconds}})] Task<string> GetAsync(string id);
            }
            """).Text("RunningOperation.g.cs");

        Assert.Contains($"MaxWaitTime = {code},", text, StringComparison.Ordinal);
        Assert.Contains($"a wait takes {words}.", text, StringComparison.Ordinal);
    }
}
