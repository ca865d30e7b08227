namespace LongRun.Annotations;

/// <summary>Marks a parameter, or a member of the request, that makes a start safe to repeat: the server does the work once for each key.</summary>
/// <remarks>
/// A text or a <see cref="Guid"/>. An emitted start fills it with a fresh one where the caller gives none, and then repeats a
/// call whose answer was lost with the same key. On a member, only of the class that a parameter of the start has.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IdempotencyKeyAttribute : Attribute;
