namespace LongRun.Tests.Support;

/// <summary>Keeps every report; <see cref="Progress{T}"/> would hand them to other threads.</summary>
internal sealed class RecordedProgress : List<OperationProgress>, IProgress<OperationProgress>
{
    public void Report(OperationProgress value) => Add(value);
}
