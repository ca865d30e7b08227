using LongRun;

namespace TwelveLabs.Cli.Output;

/// <summary>Passes a report on at once. <see cref="Progress{T}"/> would pass it through the thread pool, and lines could change places.</summary>
/// <param name="show">Shows a report.</param>
internal sealed class ImmediateProgress(Action<OperationProgress> show) : IProgress<OperationProgress>
{
    /// <inheritdoc />
    public void Report(OperationProgress value) => show(value);
}
