namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What a loop may do beside waiting and still be nothing but a wait.</content>
public sealed partial class HandWrittenLoopTests
{
    [Theory]
    [InlineData("list.Remove(1)")]
    [InlineData("list.RemoveAt(0)")]
    [InlineData("list.RemoveAll(n => n == 1)")]
    [InlineData("queue.Dequeue()")]
    [InlineData("queue.TryDequeue(out _)")]
    [InlineData("stop.ThrowIfCancellationRequested()")]
    [InlineData("random.NextDouble()")]
    [InlineData("random.Next()")]
    [InlineData("watch.Restart()")]
    [InlineData("TimeProvider.System.GetElapsedTime(0)")]
    [InlineData("TimeProvider.System.GetUtcNow()")]
    [InlineData("TimeProvider.System.GetTimestamp()")]
    [InlineData("source.CancelAfter(1000)")]
    [InlineData("CancellationTokenSource.CreateLinkedTokenSource(stop)")]
    [InlineData("ObjectDisposedException.ThrowIf(false, list)")]
    [InlineData("ArgumentNullException.ThrowIfNull(list)")]
    [InlineData("await Task.Yield()")]
    public Task Bookkeeping_leaves_it_a_wait(string call) => FileAsync(WithCall(call, isReported: true));

    [Theory]
    [InlineData("list.Add(1)")]
    [InlineData("list.AddRange(new int[0])")]
    [InlineData("list.Insert(0, 1)")]
    [InlineData("queue.Enqueue(1)")]
    [InlineData("new Stack<int>().Push(1)")]
    [InlineData("Work(id)")]
    public Task Work_of_its_own_does_not(string call) => FileAsync(WithCall(call, isReported: false));

    private static string WithCall(string call, bool isReported) => $$"""
        using System.Diagnostics;
        class Program
        {
            static void Work(string id) => throw new NotSupportedException();

            async Task RunAsync(IVideoApi api, string id, List<int> list, Queue<int> queue, Random random, Stopwatch watch, CancellationTokenSource source, CancellationToken stop)
            {
                {{(isReported ? "[|for|]" : "for")}} (var i = 0; i < 50; i++)
                {
                    if ((await api.GetTaskAsync(id, stop)).Status == "ready") break;
                    {{call}};
                    await Task.Delay(2000, stop);
                }
            }
        }
        """;
}
