namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What counts as a pause although it is out of sight.</content>
public sealed partial class LoopWithoutPauseTests
{
    [Theory]
    [InlineData("Sleep")]
    [InlineData("Wait")]
    [InlineData("Delay")]
    [InlineData("Pause")]
    [InlineData("BackOff")]
    [InlineData("Backoff")]
    [InlineData("Throttle")]
    [InlineData("Read")]
    [InlineData("Take")]
    [InlineData("TryTake")]
    [InlineData("Receive")]
    [InlineData("Join")]
    [InlineData("Prompt")]
    [InlineData("Ask")]
    [InlineData("Confirm")]
    public Task A_verb_that_pauses(string verb) => FileAsync(Loop(verb, isReported: false));

    [Fact]
    public Task A_verb_that_does_not() => FileAsync(Loop("Note", isReported: true));

    private static string Loop(string verb, bool isReported) => $$"""
        interface IClock { void {{verb}}(); }
        class Program
        {
            async Task RunAsync(IVideoApi api, IClock clock)
            {
                var task = await api.GetTaskAsync("t");
                {{(isReported ? "[|{|LRO1005:while|}|]" : "{|LRO1005:while|}")}} (task.Status != "ready" && task.Status != "failed" && task.Status != "canceled")
                {
                    clock.{{verb}}();
                    task = await api.GetTaskAsync("t");
                }
            }
        }
        """;
}
