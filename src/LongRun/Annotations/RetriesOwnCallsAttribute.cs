namespace LongRun.Annotations;

/// <summary>
/// Marks a registration method whose client already retries what may be retried. A further retry strategy on top
/// would repeat creates, and each create starts a job.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetriesOwnCallsAttribute : Attribute;
