namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What a turn asks for: the same again, or something else each time.</content>
public sealed partial class RepeatedStartTests
{
    [Theory]
    [InlineData("NextName(1)")]
    [InlineData("RandomName(1)")]
    [InlineData("NewGuidText(1)")]
    [InlineData("DequeueName(1)")]
    [InlineData("Read()")]
    [InlineData("Receive()")]
    [InlineData("Take()")]
    [InlineData("Pop()")]
    [InlineData("Peek()")]
    [InlineData("Poll()")]
    [InlineData("Fetch()")]
    [InlineData("Consume()")]
    [InlineData("Shift()")]
    [InlineData("First()")]
    [InlineData("Single()")]
    [InlineData("Get()")]
    [InlineData("FindAsync(1)", true)]
    public Task Something_else_each_time_is_no_repeat(string call, bool isAwaited = false) => FileAsync(InLoop(call, isAwaited, isReported: false));

    [Theory]
    [InlineData("Read(1)")]
    [InlineData("Get(1)")]
    [InlineData("Name()")]
    [InlineData("BuildAsync()", true)]
    [InlineData("CreateAsync()", true)]
    [InlineData("MakeAsync()", true)]
    [InlineData("PrepareAsync()", true)]
    [InlineData("LoadAsync()", true)]
    [InlineData("OpenAsync()", true)]
    [InlineData("ReadAllAsync(1)", true)]
    [InlineData("ParseAsync()", true)]
    [InlineData("ToTextAsync()", true)]
    [InlineData("MapAsync()", true)]
    [InlineData("FromAsync()", true)]
    public Task The_same_each_time_is(string call, bool isAwaited = false) => FileAsync(InLoop(call, isAwaited, isReported: true));

    [Theory]
    [InlineData("Add")]
    [InlineData("Remove")]
    [InlineData("Insert")]
    [InlineData("Clear")]
    [InlineData("Enqueue")]
    [InlineData("Dequeue")]
    [InlineData("Push")]
    [InlineData("Pop")]
    [InlineData("TryTake")]
    [InlineData("Take")]
    [InlineData("Set")]
    [InlineData("Move")]
    [InlineData("Rotate")]
    [InlineData("Switch")]
    public Task What_is_changed_in_each_turn_is_something_else(string change) => FileAsync(Changing(change, isReported: false));

    [Fact]
    public Task What_is_only_looked_at_in_each_turn_is_the_same() => FileAsync(Changing("Look", isReported: true));

    private static string InLoop(string call, bool isAwaited, bool isReported) => $$"""
        class Source { public {{(isAwaited ? "Task<string>" : "string")}} {{call.Replace("(1)", "(int at)", StringComparison.Ordinal)}} => throw new NotSupportedException(); }
        class Program
        {
            async Task RunAsync(IVideoApi api, Source source)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new() { Name = {{(isAwaited ? "await " : "")}}source.{{call}} })).Id); break; }
                    catch (TimeoutException) { }
                }
            }
        }
        """;

    private static string Changing(string change, bool isReported) => $$"""
        class Bag { public string Text => ""; public void {{change}}() { } }
        class Program
        {
            async Task RunAsync(IVideoApi api, Bag bag)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new() { Name = bag.Text })).Id); break; }
                    catch (TimeoutException) { bag.{{change}}(); }
                }
            }
        }
        """;
}
