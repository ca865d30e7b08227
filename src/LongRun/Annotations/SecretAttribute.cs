namespace LongRun.Annotations;

/// <summary>Marks a member or parameter that takes a secret, which must not stand in source code or in a log.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;
