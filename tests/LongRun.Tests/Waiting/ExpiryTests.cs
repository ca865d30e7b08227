using LongRun.Tests.Support;

namespace LongRun.Tests.Waiting;

/// <summary>Jobs that tell when they expire: no wait goes on beyond.</summary>
public sealed class ExpiryTests : WaitingTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public void The_last_look_is_at_the_expiry_and_the_exception_says_so()
    {
        JobOperation job = Expiring(Seconds(60));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(25), Stop));

        Assert.Equal([Seconds(0), Seconds(25), Seconds(50), Seconds(60)], job.Looks);
        Assert.Equal(Expiry(Seconds(60)), fault.ExpiredAt);
        Assert.EndsWith($"4 status calls. The job expired at {Expiry(Seconds(60)).UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC without an end; start it anew.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_takes_no_call_before_the_expiry_is_not_waited_for()
    {
        using var client = new JobClient(static () => JobClient.Error(429, ("Retry-After", "100")));
        var job = new JobOperation(Time, (look, stop) => look == 0 ? Task.FromResult(new Job("running") { ExpiresAt = Expiry(Seconds(60)) }) : client.GetAsync(stop));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(25), Stop));

        Assert.Equal([Seconds(0), Seconds(25)], job.Looks);
        Assert.Contains(
            "2 status calls. The server takes no status call before 2024-06-01 12:02:05 UTC (in 1 min 40 s), which is after the job expires (2024-06-01 12:01:00 UTC). The last call failed: ",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_seen_by_the_last_look_counts()
    {
        var job = new JobOperation(Time, (_, _) => Task.FromResult(new Job(Time.Now >= Seconds(60) ? "done" : "running") { ExpiresAt = Expiry(Seconds(60)) }));

        Assert.Equal("done", Time.Run(job.WaitForCompletionAsync(Every(25), Stop)).Status);
    }

    [Fact]
    public void A_limit_before_the_expiry_is_the_limit()
    {
        JobOperation job = Expiring(Seconds(60));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(25, limit: Seconds(30)), Stop));

        Assert.Null(fault.ExpiredAt);
        Assert.Equal(Seconds(30), job.Looks[^1]);
        Assert.Contains("The job goes on", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expiry_ends_a_wait_that_has_no_limit()
    {
        JobOperation job = Expiring(TimeSpan.FromHours(30));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(100, limit: Timeout.InfiniteTimeSpan), Stop));

        Assert.Equal(TimeSpan.FromHours(30), job.Looks[^1]);
        Assert.NotNull(fault.ExpiredAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_cannot_be_meant_is_ignored(double seconds)
    {
        DateTimeOffset told = seconds switch
        {
            double.NegativeInfinity => DateTimeOffset.MinValue,
            double.PositiveInfinity => DateTimeOffset.MaxValue,
            _ => Expiry(Seconds(seconds)),
        };
        var job = new JobOperation(Time, (_, _) => Task.FromResult(new Job("running") { ExpiresAt = told }));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(50, limit: Seconds(100)), Stop));

        Assert.Equal([Seconds(0), Seconds(50), Seconds(100)], job.Looks);
        Assert.Null(fault.ExpiredAt);
    }

    [Fact]
    public void A_later_expiry_counts_in_place_of_the_first_and_one_left_out_changes_nothing()
    {
        DateTimeOffset? first = Expiry(Seconds(60));
        DateTimeOffset? second = Expiry(Seconds(90));
        var job = new JobOperation(Time, (look, _) => Task.FromResult(new Job("running") { ExpiresAt = look switch { 0 => first, 1 => second, _ => null } }));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(40), Stop));

        Assert.Equal([Seconds(0), Seconds(40), Seconds(80), Seconds(90)], job.Looks);
        Assert.Equal(second, fault.ExpiredAt);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public void A_job_that_is_gone_at_its_expiry_has_expired(int status)
    {
        var job = new JobOperation(Time, (_, _) => Time.Now < Seconds(60)
            ? Task.FromResult(new Job("running") { ExpiresAt = Expiry(Seconds(60)) })
            : throw new LongRun.Http.ApiException("Gone.", status));

        OperationTimeoutException fault = Time.RunToFault<OperationTimeoutException>(job.WaitForCompletionAsync(Every(25), Stop));

        Assert.Equal(Expiry(Seconds(60)), fault.ExpiredAt);
        Assert.IsType<LongRun.Http.ApiException>(fault.InnerException);
    }

    [Fact]
    public void A_job_that_is_gone_before_its_expiry_is_an_error()
    {
        var job = new JobOperation(Time, (look, _) => look == 0
            ? Task.FromResult(new Job("running") { ExpiresAt = Expiry(Seconds(60)) })
            : throw new LongRun.Http.ApiException("Gone.", 404));

        Time.RunToFault<LongRun.Http.ApiException>(job.WaitForCompletionAsync(Every(25), Stop));
    }

    private DateTimeOffset Expiry(TimeSpan at) => Time.GetUtcNow() - Time.Now + at;

    private JobOperation Expiring(TimeSpan after)
    {
        DateTimeOffset expiry = Expiry(after);
        return new JobOperation(Time, (_, _) => Task.FromResult(new Job("running") { ExpiresAt = expiry }));
    }
}
