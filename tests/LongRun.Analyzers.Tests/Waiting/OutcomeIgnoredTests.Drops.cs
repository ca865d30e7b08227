namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Each way an outcome is dropped, and what saves it.</content>
public sealed partial class OutcomeIgnoredTests
{
    [Theory]
    [InlineData("await operation.[|WaitForOutcomeAsync|]().ConfigureAwait(false);")]
    [InlineData("operation.[|WaitForOutcomeAsync|]().GetAwaiter().{|LRO1006:GetResult|}();")]
    [InlineData("await operation.[|WaitForOutcomeAsync|]().WaitAsync(stop);")]
    [InlineData("operation.[|WaitForOutcomeAsync|]().{|LRO1006:Wait|}();")]
    [InlineData("var outcome = operation.[|WaitForOutcomeAsync|]().{|LRO1006:Result|};")]
    [InlineData("var outcome = (await operation.[|WaitForOutcomeAsync|]());")]
    [InlineData("object outcome = await operation.[|WaitForOutcomeAsync|]();")]
    [InlineData("var first = await operation.[|WaitForOutcomeAsync|](); var second = first;")]
    [InlineData("var task = operation.[|WaitForOutcomeAsync|](); var same = task; await same;")]
    [InlineData("var tasks = new[] { operation.[|WaitForOutcomeAsync|]() }; await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new[] { operation }.Select(o => o.[|WaitForOutcomeAsync|]()).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new[] { operation }.Select(o => o.[|WaitForOutcomeAsync|]()).ToArray(); await Task.WhenAll(tasks);")]
    [InlineData("Console.WriteLine(operation.State); await operation.[|WaitForOutcomeAsync|]();")]
    [InlineData("Console.WriteLine((await api.GetTaskAsync(text)).Status); await operation.[|WaitForOutcomeAsync|]();")]
    [InlineData("await operation.[|WaitForOutcomeAsync|](); Console.WriteLine(operation.Id);")]
    [InlineData("while (flag) { await operation.[|WaitForOutcomeAsync|](); flag = false; }")]
    public Task Lost(string statements) => ReportsAsync("var operation = api.ResumeIndexing(text);\n" + statements);

    [Theory]
    [InlineData("await operation.WaitForOutcomeAsync(); Console.WriteLine(operation.State);")]
    [InlineData("await operation.WaitForOutcomeAsync(); Console.WriteLine(operation.HasCompleted);")]
    [InlineData("await operation.WaitForOutcomeAsync(); Console.WriteLine(operation.Current);")]
    [InlineData("await operation.WaitForOutcomeAsync(); await operation.UpdateStatusAsync();")]
    [InlineData("await operation.WaitForOutcomeAsync(); Console.WriteLine((await api.GetTaskAsync(text)).Status);")]
    [InlineData("await operation.WaitForOutcomeAsync(); await operation.WaitForCompletionAsync();")]
    [InlineData("await operation.WaitForOutcomeAsync(); Look(operation); void Look(object job) { }")]
    [InlineData("while (flag) { flag = operation.State == OperationState.Running; await operation.WaitForOutcomeAsync(); }")]
    [InlineData("while (!operation.HasCompleted) { await operation.WaitForOutcomeAsync(); }")]
    [InlineData("var __ = await operation.WaitForOutcomeAsync();")]
    [InlineData("_ = await operation.WaitForOutcomeAsync();")]
    [InlineData("var tasks = new[] { operation.WaitForOutcomeAsync() }; Console.WriteLine((await Task.WhenAll(tasks))[0].IsSuccess);")]
    [InlineData("await Task.WhenAny(operation.WaitForOutcomeAsync(), Task.Delay(5));")]
    [InlineData("var first = await operation.WaitForOutcomeAsync(); var second = first; Console.WriteLine(second.IsSuccess);")]
    [InlineData("await Checks.ThrowsAsync(() => operation.WaitForOutcomeAsync());")]
    [InlineData("await Record.Of(async () => { await operation.WaitForOutcomeAsync(); });")]
    [InlineData("await Assert.That(async () => { await operation.WaitForOutcomeAsync(); });")]
    [InlineData("await Checks.Run(async () => { await operation.[|WaitForOutcomeAsync|](); });")]
    public Task Looked_at(string statements) => FileAsync(
        "static class Checks { public static Task ThrowsAsync(Func<Task> code) => code(); public static Task Run(Func<Task> code) => code(); }\n"
        + "static class Record { public static Task Of(Func<Task> code) => code(); }\nstatic class Assert { public static Task That(Func<Task> code) => code(); }\n"
        + InMethod("var operation = api.ResumeIndexing(text);\n" + statements));

    [Theory]
    [InlineData("bool Is => _operation.State == OperationState.Failed;", false)]
    [InlineData("bool Is => this._operation.HasCompleted;", false)]
    [InlineData("object? Is => _operation?.Current;", false)]
    [InlineData("string? Is => _operation?.Id;", true)]
    [InlineData("string Is => _operation.Id;", true)]
    [InlineData("bool Is => _other.State == OperationState.Failed;", true)]
    [InlineData("bool? Is => _other?.HasCompleted;", true)]
    public Task Another_member_that_looks(string member, bool isReported) => FileAsync($$"""
        class Program
        {
            private readonly IndexingOperation _operation = null!;
            private readonly IndexingOperation _other = null!;
            {{member}}
            async Task RunAsync() { await _operation.{{(isReported ? "[|WaitForOutcomeAsync|]" : "WaitForOutcomeAsync")}}(); }
        }
        """);
}
