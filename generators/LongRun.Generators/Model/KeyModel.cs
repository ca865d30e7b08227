namespace LongRun.Generators.Model;

/// <summary>The idempotency key of a start.</summary>
/// <param name="Parameter">The parameter that is the key, or whose member is; escaped where it is a keyword.</param>
/// <param name="Member">The member; <see langword="null"/> where the parameter itself is the key.</param>
/// <param name="IsGuid">Whether it is a <c>Guid</c> and not a text.</param>
/// <param name="IsNullable">Whether it is a <c>Guid?</c>.</param>
/// <param name="Copy">How the parameter's value is copied with another key: its class, and the members to copy; none where <c>with</c> does it.</param>
internal sealed record KeyModel(string Parameter, string? Member, bool IsGuid, bool IsNullable, KeyedCopy? Copy);
