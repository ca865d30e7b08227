namespace LongRun.Tests.Support;

/// <summary>What a generated operation with a result of its own looks like, over delegates in place of a client.</summary>
internal sealed class ResultOperation(PumpedTime time, Func<Job> status, Func<int, Task<string>> result) : Operation<Job, string>(JobOperation.Rendering, "job-1")
{
    /// <summary>When each call for the result was made.</summary>
    internal List<TimeSpan> Fetches { get; } = [];

    internal int Looks { get; private set; }

    protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken)
    {
        Looks++;
        return Task.FromResult(status());
    }

    protected override OperationReading Read(Job value) => new() { Status = value.Status, FailureReason = value.Reason };

    protected override Task<string> RetrieveResultAsync(Job value, CancellationToken cancellationToken)
    {
        Fetches.Add(time.Now);
        return result(Fetches.Count - 1);
    }
}
