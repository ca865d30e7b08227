namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Statuses that a collection holds: each method that hands them on, one by one.</content>
public sealed partial class UnknownStatusTests
{
    [Theory]
    [InlineData("First()")]
    [InlineData("FirstOrDefault()")]
    [InlineData("Single()")]
    [InlineData("SingleOrDefault()")]
    [InlineData("Last()")]
    [InlineData("LastOrDefault()")]
    [InlineData("ElementAt(0)")]
    [InlineData("ElementAtOrDefault(0)")]
    [InlineData("Find(_ => true)")]
    public Task One_of_many(string call) => ReportsAsync($$"""
        var page = await api.ListTasksAsync();
        List<string> statuses = page.Data.Select(t => t.Status.Value).ToList();
        _ = statuses.{{call}} == [|"Ready"|];
        """);

    [Theory]
    [InlineData("Where(_ => flag)")]
    [InlineData("ToList()")]
    [InlineData("ToArray()")]
    [InlineData("ToHashSet()")]
    [InlineData("AsEnumerable()")]
    [InlineData("OrderBy(_ => 1)")]
    [InlineData("OrderByDescending(_ => 1)")]
    [InlineData("OrderBy(_ => 1).ThenBy(_ => 1)")]
    [InlineData("OrderBy(_ => 1).ThenByDescending(_ => 1)")]
    [InlineData("Order()")]
    [InlineData("OrderDescending()")]
    [InlineData("Distinct()")]
    [InlineData("AsEnumerable().Reverse()")]
    [InlineData("Take(1)")]
    [InlineData("TakeLast(1)")]
    [InlineData("TakeWhile(_ => flag)")]
    [InlineData("Skip(1)")]
    [InlineData("SkipLast(1)")]
    [InlineData("SkipWhile(_ => flag)")]
    [InlineData("FindAll(_ => flag)")]
    [InlineData("AsReadOnly()")]
    [InlineData("AsParallel()")]
    [InlineData("ToImmutableArray()")]
    [InlineData("ToImmutableList()")]
    public Task Many_of_many(string call) => FileAsync($$"""
        using System.Collections.Immutable;
        class Program
        {
            async Task RunAsync(IVideoApi api, bool flag)
            {
                var page = await api.ListTasksAsync();
                List<string> statuses = page.Data.Select(t => t.Status.Value).ToList();
                _ = statuses.{{call}}.Any(s => s == [|"Ready"|]);
            }
        }
        """);

    [Theory]
    [InlineData("Where(s => s == [|\"Ready\"|])")]
    [InlineData("Select(s => s == [|\"Ready\"|])")]
    [InlineData("Any(s => s == [|\"Ready\"|])")]
    [InlineData("All(s => s == [|\"Ready\"|])")]
    [InlineData("Count(s => s == [|\"Ready\"|])")]
    [InlineData("LongCount(s => s == [|\"Ready\"|])")]
    [InlineData("First(s => s == [|\"Ready\"|])")]
    [InlineData("FirstOrDefault(s => s == [|\"Ready\"|])")]
    [InlineData("Single(s => s == [|\"Ready\"|])")]
    [InlineData("SingleOrDefault(s => s == [|\"Ready\"|])")]
    [InlineData("Last(s => s == [|\"Ready\"|])")]
    [InlineData("LastOrDefault(s => s == [|\"Ready\"|])")]
    [InlineData("TakeWhile(s => s == [|\"Ready\"|])")]
    [InlineData("SkipWhile(s => s == [|\"Ready\"|])")]
    [InlineData("OrderBy(s => s == [|\"Ready\"|])")]
    [InlineData("OrderByDescending(s => s == [|\"Ready\"|])")]
    [InlineData("GroupBy(s => s == [|\"Ready\"|])")]
    [InlineData("ToDictionary(s => s == [|\"Ready\"|])")]
    [InlineData("ToLookup(s => s == [|\"Ready\"|])")]
    [InlineData("Sum(s => s == [|\"Ready\"|] ? 1 : 0)")]
    [InlineData("Find(s => s == [|\"Ready\"|])")]
    [InlineData("FindAll(s => s == [|\"Ready\"|])")]
    [InlineData("FindIndex(s => s == [|\"Ready\"|])")]
    [InlineData("FindLast(s => s == [|\"Ready\"|])")]
    [InlineData("Exists(s => s == [|\"Ready\"|])")]
    [InlineData("TrueForAll(s => s == [|\"Ready\"|])")]
    [InlineData("RemoveAll(s => s == [|\"Ready\"|])")]
    [InlineData("ToHashSet().RemoveWhere(s => s == [|\"Ready\"|])")]
    [InlineData("ForEach(s => Console.WriteLine(s == [|\"Ready\"|]))")]
    public Task Each_of_many(string call) => ReportsAsync($$"""
        var page = await api.ListTasksAsync();
        List<string> statuses = page.Data.Select(t => t.Status.Value).ToList();
        statuses.{{call}}{{(call.StartsWith("ForEach", StringComparison.Ordinal) ? "" : ".ToString()")}};
        """);
}
