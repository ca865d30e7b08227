using System.Net;
using System.Text.Json;
using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

public sealed class WaitSurvivalTests : WaitingTest
{
    public static TheoryData<Type> BrokenAnswers => [typeof(HttpRequestException), typeof(IOException), typeof(TimeoutException), typeof(TaskCanceledException), typeof(JsonException)];

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public void Broken_answer_is_survived(Type fault)
    {
        JobOperation job = JobOperation.Scripted(Time, () => throw (Exception)Activator.CreateInstance(fault)!, static () => new Job("done"));

        Assert.Equal("done", Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken)).Status);
        Assert.Equal([Seconds(0), Seconds(5)], job.Looks);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public void Trouble_of_the_server_is_survived_whatever_the_client_throws(int status)
    {
        using var client = new JobClient(() => JobClient.Error(status), () => JobClient.Ok("done"));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal(2, job.Looks.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void Refusal_ends_the_wait_with_the_clients_exception(int status)
    {
        using var client = new JobClient(() => JobClient.Error(status));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop));

        Time.RunToFault<ForeignException>(job.WaitForCompletionAsync(Every(5, classify: static _ => PollFailure.Transient), TestContext.Current.CancellationToken));

        Assert.Single(job.Looks);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.Unauthorized, false)]
    public void Status_is_read_from_a_platform_exception_where_no_handler_saw_the_answer(HttpStatusCode status, bool survives)
    {
        JobOperation job = JobOperation.Scripted(Time, () => throw new HttpRequestException("x", null, status), static () => new Job("done"));

        AssertSurvives<HttpRequestException>(job, survives);
    }

    [Theory]
    [InlineData(502, true)]
    [InlineData(200, true)]
    [InlineData(404, false)]
    public void Status_is_read_from_the_clients_exception_where_no_handler_saw_the_answer(int status, bool survives)
    {
        JobOperation job = JobOperation.Scripted(Time, () => throw new ApiException("x", status), static () => new Job("done"));

        AssertSurvives<ApiException>(job, survives);
    }

    [Fact]
    public void Good_status_with_a_bug_behind_it_is_no_broken_answer()
    {
        using var client = new JobClient(static () => JobClient.Ok("running"));
        var job = new JobOperation(Time, async (_, stop) =>
        {
            await client.GetAsync(stop);
            throw new ArgumentException("a bug");
        });

        Time.RunToFault<ArgumentException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Exception_that_wraps_unreadable_json_is_survived()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => throw new InvalidOperationException("x", new JsonException()), static () => new Job("done"));

        AssertSurvives<InvalidOperationException>(job, true);
    }

    [Fact]
    public void Unknown_exception_is_fatal()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => throw new ForeignException(), static () => new Job("done"));

        AssertSurvives<ForeignException>(job, false);
    }

    [Fact]
    public void Caller_may_judge_unknown_exceptions()
    {
        JobOperation job = JobOperation.Scripted(Time, static () => throw new ForeignException(), static () => throw new ArgumentException("a bug"));
        WaitOptions options = Every(5, classify: static e => e is ForeignException ? PollFailure.Transient : PollFailure.Fatal);

        Time.RunToFault<ArgumentException>(job.WaitForCompletionAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal(2, job.Looks.Count);
    }

    [Fact]
    public void Null_answer_is_a_fault_of_the_client()
    {
        var job = new JobOperation(Time, static (_, _) => Task.FromResult<Job>(null!));

        Assert.Contains("returned null", Time.RunToFault<InvalidOperationException>(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hanging_call_is_given_up_and_survived()
    {
        var abandoned = new List<CancellationToken>();
        var job = new JobOperation(Time, async (look, stop) =>
        {
            abandoned.Add(stop);
            if (look == 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            }

            return new Job("done");
        });

        Time.Run(job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(0), Seconds(35)], job.Looks);
        Assert.True(abandoned[0].IsCancellationRequested);
    }

    [Fact]
    public void Not_found_right_after_the_start_is_tolerated_for_ten_seconds()
    {
        using var client = new JobClient(static () => JobClient.Error(404));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop), justStarted: true);

        Time.RunToFault<ForeignException>(job.WaitForCompletionAsync(Every(3), TestContext.Current.CancellationToken));

        Assert.Equal([Seconds(1), Seconds(4), Seconds(7), Seconds(10), Seconds(13)], job.Looks);
    }

    [Fact]
    public void Not_found_after_the_operation_was_seen_is_fatal()
    {
        using var client = new JobClient(static () => JobClient.Error(404), static () => JobClient.Ok("running"), static () => JobClient.Error(404));
        var job = new JobOperation(Time, (_, stop) => client.GetAsync(stop), justStarted: true);

        Time.RunToFault<ForeignException>(job.WaitForCompletionAsync(Every(1), TestContext.Current.CancellationToken));

        Assert.Equal(3, job.Looks.Count);
    }

    [Fact]
    public void Exception_of_the_progress_callback_ends_the_wait()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");

        Time.RunToFault<ForeignException>(job.WaitForCompletionAsync(Every(1, progress: new Throwing()), TestContext.Current.CancellationToken));
    }

    private void AssertSurvives<TException>(JobOperation job, bool survives)
        where TException : Exception
    {
        Task<Job> wait = job.WaitForCompletionAsync(Every(5), TestContext.Current.CancellationToken);
        if (!survives)
        {
            Time.RunToFault<TException>(wait);
            return;
        }

        Assert.Equal("done", Time.Run(wait).Status);
        Assert.Equal(2, job.Looks.Count);
    }

    private sealed class Throwing : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => throw new ForeignException();
    }
}
