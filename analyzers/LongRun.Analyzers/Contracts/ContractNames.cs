namespace LongRun.Analyzers.Contracts;

/// <summary>The contract is known by name only, so that any assembly may carry it.</summary>
internal static class ContractNames
{
    internal const string StartsOperation = "StartsOperationAttribute";
    internal const string OperationMonitor = "OperationMonitorAttribute";
    internal const string AvailableWhenSucceeded = "AvailableWhenSucceededAttribute";
    internal const string StatusValue = "StatusValueAttribute";
    internal const string UrlConstraint = "UrlConstraintAttribute";
    internal const string DurationConstraint = "DurationConstraintAttribute";
    internal const string NumberConstraint = "NumberConstraintAttribute";
    internal const string TextConstraint = "TextConstraintAttribute";
    internal const string ItemsConstraint = "ItemsConstraintAttribute";
    internal const string AllowedValues = "AllowedValuesAttribute";
    internal const string MediaRequirements = "MediaRequirementsAttribute";
    internal const string Secret = "SecretAttribute";
    internal const string IdempotencyKey = "IdempotencyKeyAttribute";
    internal const string WebhookPayload = "WebhookPayloadAttribute";
    internal const string VerifiesWebhook = "VerifiesWebhookAttribute";
    internal const string RetriesOwnCalls = "RetriesOwnCallsAttribute";

    /// <summary>Inner part of <c>LongRun.Annotations</c>, the namespace of all of them but <see cref="AllowedValues"/>, which is the framework's own.</summary>
    internal const string InnerNamespace = "Annotations";

    /// <summary>Outer part of that namespace.</summary>
    internal const string OuterNamespace = "LongRun";

    /// <summary>One of these is in every assembly that defines the contract.</summary>
    internal static readonly string[] Markers = [StartsOperation, OperationMonitor, UrlConstraint, NumberConstraint, Secret, RetriesOwnCalls, WebhookPayload];
}
