namespace LongRun.Annotations;

/// <summary>Marks a parameter that makes a start safe to repeat: the server does the work once for each key.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IdempotencyKeyAttribute : Attribute;
