namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Conditions on a failure, in filters, handlers and policies; and conditions that a walk around the loop can decide.</content>
public sealed partial class RepeatedStartTests
{
    [Theory]
    [InlineData("e.StatusCode == HttpStatusCode.TooManyRequests")]
    [InlineData("HttpStatusCode.Conflict == e.StatusCode")]
    [InlineData("(int?)e.StatusCode == 400")]
    [InlineData("(int?)e.StatusCode == 499")]
    [InlineData("e.StatusCode is HttpStatusCode.BadRequest")]
    [InlineData("e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict")]
    [InlineData("e.StatusCode is { } and HttpStatusCode.TooManyRequests")]
    [InlineData("e is { StatusCode: HttpStatusCode.TooManyRequests }")]
    [InlineData("e is { StatusCode: HttpStatusCode.TooManyRequests, Message.Length: > 3 }")]
    [InlineData("!(e.StatusCode != HttpStatusCode.Conflict)")]
    [InlineData("!(e.StatusCode is not HttpStatusCode.Conflict)")]
    [InlineData("(e.StatusCode == HttpStatusCode.Conflict) && flag")]
    [InlineData("flag && e.StatusCode == HttpStatusCode.Conflict")]
    [InlineData("e.HttpRequestError == HttpRequestError.ConnectionError")]
    [InlineData("e.HttpRequestError is HttpRequestError.NameResolutionError")]
    [InlineData("s.SocketErrorCode == SocketError.ConnectionRefused")]
    [InlineData("s.SocketErrorCode == SocketError.HostNotFound")]
    [InlineData("Errors.IsTooManyRequests(e)")]
    [InlineData("Errors.IsRateLimit(e)")]
    [InlineData("Errors.IsThrottled(e)")]
    [InlineData("own.IsThrottled")]
    public Task A_condition_that_proves_that_no_job_runs(string condition) => FileAsync(Filtering(condition, isReported: false));

    [Theory]
    [InlineData("e.StatusCode == HttpStatusCode.RequestTimeout")]
    [InlineData("e.StatusCode == HttpStatusCode.BadGateway")]
    [InlineData("(int?)e.StatusCode == 399")]
    [InlineData("(int?)e.StatusCode == 500")]
    [InlineData("e.StatusCode != HttpStatusCode.Conflict")]
    [InlineData("e.StatusCode is not HttpStatusCode.Conflict")]
    [InlineData("!(e.StatusCode == HttpStatusCode.Conflict)")]
    [InlineData("!(e.StatusCode is HttpStatusCode.Conflict)")]
    [InlineData("e.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.Conflict")]
    [InlineData("e.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.BadGateway")]
    [InlineData("e.StatusCode is { } and HttpStatusCode.BadGateway")]
    [InlineData("e is { StatusCode: HttpStatusCode.BadGateway }")]
    [InlineData("e is { StatusCode: { } }")]
    [InlineData("e.StatusCode == HttpStatusCode.Conflict || flag")]
    [InlineData("e.HttpRequestError == HttpRequestError.InvalidResponse")]
    [InlineData("s.SocketErrorCode == SocketError.TimedOut")]
    [InlineData("!Errors.IsRateLimit(e)")]
    [InlineData("!own.IsThrottled")]
    [InlineData("Errors.IsTransient(e)")]
    [InlineData("flag")]
    public Task A_condition_that_proves_nothing(string condition) => FileAsync(Filtering(condition, isReported: true));

    [Theory]
    [InlineData("Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.TooManyRequests)", false)]
    [InlineData("Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.TooManyRequests || e.StatusCode == HttpStatusCode.Conflict)", false)]
    [InlineData("Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.TooManyRequests || e.StatusCode == HttpStatusCode.BadGateway)", true)]
    [InlineData("Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.BadGateway || e.StatusCode == HttpStatusCode.TooManyRequests)", true)]
    [InlineData("Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.TooManyRequests && flag)", false)]
    [InlineData("Handle<HttpRequestException>(e => flag && e.StatusCode == HttpStatusCode.TooManyRequests)", false)]
    [InlineData("Handle<HttpRequestException>(e => flag && e.StatusCode == HttpStatusCode.BadGateway)", true)]
    [InlineData("Handle<HttpRequestException>(e => !(e.StatusCode != HttpStatusCode.TooManyRequests))", false)]
    [InlineData("Handle<HttpRequestException>(e => !(e.StatusCode == HttpStatusCode.TooManyRequests))", true)]
    [InlineData("Handle<HttpRequestException>(e => { return e.StatusCode == HttpStatusCode.TooManyRequests; })", false)]
    [InlineData("Handle<HttpRequestException>(e => { Console.WriteLine(e); return e.StatusCode == HttpStatusCode.TooManyRequests; })", true)]
    [InlineData("Handle<HttpRequestException>()", true)]
    [InlineData("Handle<BrokenCircuitException>()", false)]
    [InlineData("Handle<BrokenCircuitException>().Or<ArgumentException>()", false)]
    [InlineData("Handle<BrokenCircuitException>().Or<TimeoutException>()", true)]
    [InlineData("Handle<BrokenCircuitException>().OrInner<TimeoutException>()", true)]
    [InlineData("HandleInner<BrokenCircuitException>()", false)]
    [InlineData("HandleInner<TimeoutException>()", true)]
    public Task What_a_policy_handles(string predicates, bool isReported) => PollyAsync($$"""
        var policy = Policy.{{predicates}}.RetryAsync(3);
        Console.WriteLine((await policy.ExecuteAsync(() => api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new()))).Id);
        """, "using System.Net;\nusing System.Net.Http;\nusing Polly.CircuitBreaker;\n");

    [Theory]
    [InlineData("Policy<VideoTask>.Handle<BrokenCircuitException>().RetryAsync()", false)]
    [InlineData("Policy<VideoTask>.Handle<BrokenCircuitException>().OrResult(r => r.Id == \"\").RetryAsync()", true)]
    [InlineData("Policy<VideoTask>.HandleResult(r => r.Id == \"\").Or<BrokenCircuitException>().RetryAsync()", true)]
    public Task What_a_policy_of_results_handles(string policy, bool isReported) => PollyAsync($$"""
        var policy = {{policy}};
        Console.WriteLine((await policy.ExecuteAsync(() => api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new()))).Id);
        """, "using Polly.CircuitBreaker;\n");

    [Theory]
    [InlineData("Handle<BrokenCircuitException>()", false)]
    [InlineData("HandleInner<BrokenCircuitException>()", false)]
    [InlineData("Handle<BrokenCircuitException>().Handle<TimeoutException>()", true)]
    [InlineData("Handle<BrokenCircuitException>().HandleResult(r => r.Id == \"\")", true)]
    public Task What_a_pipeline_handles(string predicates, bool isReported) => PollyAsync($$"""
        var pipeline = new ResiliencePipelineBuilder<VideoTask>().AddRetry(new RetryStrategyOptions<VideoTask> { ShouldHandle = new PredicateBuilder<VideoTask>().{{predicates}} }).Build();
        Console.WriteLine((await pipeline.ExecuteAsync(async token => await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new(), token), stop)).Id);
        """, "using Polly.CircuitBreaker;\n");

    [Theory]
    [InlineData("VideoTask? task = null; while (task is not { }) { try { task = await api.[|CreateTaskAsync|](new()); } catch (TimeoutException) { } }")]
    [InlineData("string? id = null; while (id is not string) { try { id = (await api.[|CreateTaskAsync|](new())).Id; } catch (TimeoutException) { } }")]
    [InlineData("string? id = null; while (string.IsNullOrEmpty(id)) { try { id = (await api.[|CreateTaskAsync|](new())).Id; } catch (TimeoutException) { } }")]
    [InlineData("string? id = null; while (string.IsNullOrWhiteSpace(id)) { try { id = (await api.[|CreateTaskAsync|](new())).Id; } catch (TimeoutException) { } }")]
    [InlineData("DateTime? at = null; while (!at.HasValue) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); at = DateTime.Now; break; } catch (TimeoutException) { } }")]
    [InlineData("int tries = 0; while (tries <= 3) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); tries = 4; } catch (TimeoutException) { tries++; } }")]
    [InlineData("int tries = 3; while (tries >= 1) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); tries = 0; } catch (TimeoutException) { tries--; } }")]
    [InlineData("int step = 0; while (step != 2) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); step = 2; } catch (TimeoutException) { step = 1; } }")]
    [InlineData("int step = 0; while (step is 0) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); step = 1; } catch (TimeoutException) { } }")]
    [InlineData("bool done = false; while (done == false) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); done = true; } catch (TimeoutException) { } }")]
    [InlineData("bool again; do { again = false; try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); } catch (TimeoutException) { again = !again; } } while (again);")]
    [InlineData("bool again; do { again = false; try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } catch (TimeoutException) { again = !true; } } while (again);")]
    [InlineData("int step = 0; while (step < 1) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } catch (TimeoutException) { } finally { step++; } }")]
    [InlineData("int step = 0; while (step != 1) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); step = 1; } catch (TimeoutException) { step = 1; } }")]
    [InlineData("int step = 0; while (step > -1) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); step = -1; } catch (TimeoutException) { step--; } }")]
    [InlineData("string? id = null; while (id == null) { try { id = (await api.CreateTaskAsync(new())).Id; } catch (TimeoutException) { id = \"none\".ToString(); break; } }")]
    [InlineData("for (int i = 0; i < 3; i++) { if (await api.[|CreateTaskAsync|](new()) is { } task) { Console.WriteLine(task.Id); return; } try { } catch { } }", true)]
    [InlineData("for (int i = 0; i < 3; i++) { try { if (await api.[|CreateTaskAsync|](new()) is { } task) { Console.WriteLine(task.Id); return; } } catch (TimeoutException) { } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { if (await api.[|CreateTaskAsync|](new()) is VideoTask task && task.Id != \"\") { return; } } catch (TimeoutException) { } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); if (flag) { return; } } catch (TimeoutException) { } }")]
    public Task Conditions_that_end_the_loop(string loop, bool isOutside = false) => ReportsAsync(isOutside ? loop.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal) : loop);

    [Theory]
    [InlineData("catch (Exception e) { throw new InvalidOperationException(\"slow\", e); }", "InvalidOperationException", true)]
    [InlineData("catch (Exception e) { throw new ObjectDisposedException(\"slow\", e); }", "InvalidOperationException", true)]
    [InlineData("catch (Exception e) { throw new InvalidOperationException(\"slow\", e); }", "TimeoutException", false)]
    [InlineData("catch (Exception e) { throw new InvalidOperationException(\"slow\", e); }", "Exception", true)]
    [InlineData("catch (Exception e) { Console.WriteLine(e); throw; }", "TimeoutException", true)]
    [InlineData("catch (Exception e) when (flag) { throw new InvalidOperationException(\"slow\", e); }", "TimeoutException", true)]
    [InlineData("catch (Exception e) { Console.WriteLine(e); return; }", "TimeoutException", false)]
    public Task A_handler_inside_that_throws(string inner, string outer, bool isReported) => ReportsAsync($$"""
        while (true)
        {
            try
            {
                try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new())).Id); return; }
                {{inner}}
            }
            catch ({{outer}}) { }
        }
        """);

    [Theory]
    [InlineData("VideoTask? task; while (true) { try { task = await api.CreateTaskAsync(new()); break; } catch (OperationTimeoutException) { } } Console.WriteLine(task.Id);")]
    [InlineData("VideoTask? task; while (true) { try { task = await api.[|CreateTaskAsync|](new()); break; } catch (TimeoutException) { } } Console.WriteLine(task.Id);")]
    [InlineData("VideoTask? task; while (true) { try { task = await api.[|UploadAndWaitAsync|](new()); break; } catch (OperationTimeoutException) { } } Console.WriteLine(task.Id);")]
    [InlineData("try { System.IO.File.Delete(text); } catch (System.IO.IOException) { while (true) { try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); break; } catch (TimeoutException) { } } }")]
    [InlineData("bool again = true; while (again) { again = false; try { Console.WriteLine((await api.[|CreateTaskAsync|](new())).Id); } catch (TimeoutException) { again = flag; } }")]
    [InlineData("bool again = true; while (again) { again = false; try { Console.WriteLine((await api.CreateTaskAsync(new())).Id); } finally { again = flag; } }")]
    [InlineData("while (true) { try { var operation = await api.[|StartUploadAsync|](new()); if (flag) { number++; } await operation.WaitForCompletionAsync(null, stop); break; } catch (OperationTimeoutException) { } }")]
    public Task Time_limits_and_second_starts(string loop) => ReportsAsync(loop);

    private static string Filtering(string condition, bool isReported) => $$"""
        using System.Net;
        using System.Net.Http;
        using System.Net.Sockets;
        class OwnException : Exception { public bool IsThrottled => true; }
        static class Errors { public static bool IsTooManyRequests(Exception e) => true; public static bool IsRateLimit(Exception e) => true; public static bool IsThrottled(Exception e) => true; public static bool IsTransient(Exception e) => true; }
        class Program
        {
            async Task RunAsync(IVideoApi api, bool flag)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new())).Id); break; }
                    catch ({{(condition.Contains("s.Socket", StringComparison.Ordinal) ? "SocketException s" : condition.Contains("own.", StringComparison.Ordinal) ? "OwnException own" : "HttpRequestException e")}}) when ({{condition}}) { }
                }
            }
        }
        """;

    private Task PollyAsync(string statements, string usings) => FileAsync("using Polly;\nusing Polly.Retry;\n" + usings + InMethod(statements));
}
