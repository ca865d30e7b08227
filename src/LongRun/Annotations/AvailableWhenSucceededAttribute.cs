namespace LongRun.Annotations;

/// <summary>Marks a member that means something only after its job has ended in terminal success.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AvailableWhenSucceededAttribute : Attribute;
