namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Tokens that get a time-out, by whatever way it comes to the loop; and throws that the loop catches itself.</content>
public sealed partial class FailureNotSeenTests
{
    [Theory]
    [InlineData("var source = new CancellationTokenSource(1000);", "source.Token")]
    [InlineData("CancellationTokenSource source = new(1000);", "source.Token")]
    [InlineData("CancellationTokenSource source; source = new CancellationTokenSource(1000);", "source.Token")]
    [InlineData("var source = new CancellationTokenSource(); source.CancelAfter(1000);", "source.Token")]
    [InlineData("var token = new CancellationTokenSource(1000).Token;", "token")]
    [InlineData("CancellationToken token; token = new CancellationTokenSource(1000).Token;", "token")]
    [InlineData("var source = new CancellationTokenSource(1000); var token = source.Token;", "token")]
    [InlineData("var source = new CancellationTokenSource(1000); var token = source.Token; var other = token;", "other")]
    [InlineData("var source = new CancellationTokenSource(1000); var same = source;", "same.Token")]
    [InlineData("var source = new CancellationTokenSource(1000); var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, source.Token);", "linked.Token")]
    [InlineData("var linked = CancellationTokenSource.CreateLinkedTokenSource(stop); linked.CancelAfter(TimeSpan.FromMinutes(3));", "linked.Token")]
    [InlineData("var token = WithLimit();", "token")]
    [InlineData("var source = SourceWithLimit();", "source.Token")]
    [InlineData("", "_field.Token")]
    [InlineData("", "this._field.Token")]
    [InlineData("", "_fieldOfConstructor.Token")]
    [InlineData("", "_fieldOfConstructorToo.Token")]
    [InlineData("", "_fieldThatIsTimed.Token")]
    [InlineData("", "_fieldThatIsTimedToo.Token")]
    [InlineData("", "_token")]
    public Task Token_with_a_time_out(string step, string token) => FileAsync(WithToken(step, token, "LRO1008"));

    [Theory]
    [InlineData("var source = new CancellationTokenSource();", "source.Token")]
    [InlineData("var linked = CancellationTokenSource.CreateLinkedTokenSource(stop);", "linked.Token")]
    [InlineData("var token = stop;", "token")]
    [InlineData("var other = new CancellationTokenSource(1000); var source = new CancellationTokenSource();", "source.Token")]
    [InlineData("var other = new CancellationTokenSource(); other.CancelAfter(1000); var token = stop;", "token")]
    [InlineData("", "stop")]
    [InlineData("", "_plain.Token")]
    [InlineData("", "_shutdown")]
    public Task Token_without_a_time_out(string step, string token) => FileAsync(WithToken(step, token, "LRO1003"));

    private static string WithToken(string step, string token, string id) => $$"""
        class Program
        {
            private readonly CancellationTokenSource _field = new(1000);
            private readonly CancellationTokenSource _fieldOfConstructor;
            private readonly CancellationTokenSource _fieldOfConstructorToo;
            private readonly CancellationTokenSource _fieldThatIsTimed = new();
            private readonly CancellationTokenSource _fieldThatIsTimedToo = new();
            private readonly CancellationTokenSource _plain = new();
            private readonly CancellationToken _token = new CancellationTokenSource(1000).Token;
            private readonly CancellationToken _shutdown;
            Program(CancellationToken shutdown)
            {
                _shutdown = shutdown;
                _fieldOfConstructor = new CancellationTokenSource(1000);
                this._fieldOfConstructorToo = new CancellationTokenSource(1000);
                _fieldThatIsTimed.CancelAfter(1000);
                this._fieldThatIsTimedToo.CancelAfter(1000);
            }
            static CancellationToken WithLimit() => new CancellationTokenSource(1000).Token;
            static CancellationTokenSource SourceWithLimit() => new(1000);

            async Task RunAsync(IVideoApi api, string id, CancellationToken stop)
            {
                {{step}}
                {|{{id}}:while|} (true)
                {
                    var t = await api.GetTaskAsync(id, {{token}});
                    if (t.Status == "ready") return;
                    await Task.Delay(2000, {{token}});
                }
            }
        }
        """;

    [Theory]
    [InlineData("ExecuteAsync", "LRO1008")]
    [InlineData("RunAsync", "LRO1003")]
    public Task Token_that_a_pipeline_gives(string method, string id) => FileAsync($$"""
        class Pipeline { public Task ExecuteAsync(Func<CancellationToken, Task> call) => call(default); public Task RunAsync(Func<CancellationToken, Task> call) => call(default); }
        class Program
        {
            async Task RunAsync(Pipeline pipeline, IVideoApi api, string id) => await pipeline.{{method}}(async token =>
            {
                {|{{id}}:while|} ((await api.GetTaskAsync(id, token)).Status != "ready") await Task.Delay(2000, token);
            });
        }
        """);

    [Theory]
    [InlineData("catch (InvalidOperationException) { }")]
    [InlineData("catch (InvalidOperationException e) { logger.LogError(e, \"\"); }")]
    [InlineData("catch (SystemException) { }")]
    [InlineData("catch (Exception) { }")]
    [InlineData("catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("catch { }")]
    [InlineData("catch (HttpRequestException) { } catch (Exception) { }")]
    [InlineData("catch (HttpRequestException) { return; } catch (InvalidOperationException) { }")]
    public Task Throw_that_the_loop_takes(string handlers) => PollsAsync(Catching(handlers, "[|while|]"));

    [Theory]
    [InlineData("catch (HttpRequestException) { }")]
    [InlineData("catch (ObjectDisposedException) { }")]
    [InlineData("catch (ArgumentException) { } catch (IOException) { }")]
    [InlineData("catch (InvalidOperationException) when (flag) { }")]
    [InlineData("catch (Exception) when (flag) { }")]
    [InlineData("catch (ObjectDisposedException) { } catch (InvalidOperationException) { }")]
    [InlineData("catch (InvalidOperationException) { throw; }")]
    [InlineData("catch (InvalidOperationException) { return; }")]
    [InlineData("catch (Exception) { break; }")]
    [InlineData("catch (InvalidOperationException e) { throw new TimeoutException(\"\", e); }")]
    [InlineData("catch (InvalidOperationException) { } finally { Console.WriteLine(); }")]
    public Task Throw_that_leaves_the_loop_or_may(string handlers) => PollsAsync(Catching(handlers, "{|LRO1008:while|}"));

    private static string Catching(string handlers, string loop) => $$"""
        {{loop}} (true)
        {
            try
            {
                var t = await api.GetTaskAsync(id, stop);
                if (t.Status == "ready") return;
                if (t.Status == "failed" || t.Status == "canceled") throw new InvalidOperationException(t.Reason);
            }
            {{handlers.Replace("IOException", "System.IO.IOException", StringComparison.Ordinal)}}
            await Task.Delay(2000, stop);
        }
        """;
}
