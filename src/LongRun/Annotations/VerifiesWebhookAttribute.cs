namespace LongRun.Annotations;

/// <summary>Marks a method that checks the signature of a webhook.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VerifiesWebhookAttribute : Attribute;
