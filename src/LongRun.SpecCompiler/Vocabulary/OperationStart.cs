using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>What <c>x-long-running-operation</c> says, in C# names. A part that is wrong is <see langword="null"/> and was reported.</summary>
/// <param name="Operation">The operation that starts a job.</param>
/// <param name="Name">Name of the start.</param>
/// <param name="Monitor">The operation that reports its status.</param>
/// <param name="Id">Member path to the job's id in the answer.</param>
public sealed record OperationStart(ApiOperation Operation, string Name, ApiOperation? Monitor, string? Id)
{
    /// <summary>Schema, as written, of the parameter or member of the body that makes the start safe to repeat.</summary>
    public MapNode? IdempotencyKey { get; init; }
}
