using LongRun;

namespace TwelveLabs.V13.Tests;

/// <summary>A handle of any kind of job.</summary>
public interface IJobHandle
{
    bool HasCompleted { get; }

    Task UpdateStatusAsync(CancellationToken cancellationToken);

    Task<bool> WaitAsync(WaitOptions options, CancellationToken cancellationToken);
}

/// <summary>The handle of one kind.</summary>
public sealed class JobHandle<T>(Operation<T> operation) : IJobHandle
    where T : class
{
    public bool HasCompleted => operation.HasCompleted;

    public Task UpdateStatusAsync(CancellationToken cancellationToken) => operation.UpdateStatusAsync(cancellationToken);

    public async Task<bool> WaitAsync(WaitOptions options, CancellationToken cancellationToken) =>
        await operation.WaitForCompletionAsync(options, cancellationToken) is not null;
}
