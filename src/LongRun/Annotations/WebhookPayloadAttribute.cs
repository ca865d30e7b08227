namespace LongRun.Annotations;

/// <summary>Marks a type that is the body of a webhook, which is to be trusted only after its signature was checked.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class WebhookPayloadAttribute : Attribute;
