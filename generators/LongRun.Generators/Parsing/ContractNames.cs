namespace LongRun.Generators.Parsing;

/// <summary>Metadata names of the contract. The generator knows it by name only and references none of it.</summary>
internal static class ContractNames
{
    public const string Namespace = "LongRun.Annotations";
    public const string OperationMonitor = Namespace + ".OperationMonitorAttribute";
    public const string StartsOperation = Namespace + ".StartsOperationAttribute";
    public const string NumberConstraint = Namespace + ".NumberConstraintAttribute";
    public const string IdempotencyKey = Namespace + ".IdempotencyKeyAttribute";
    public const string OperationLocation = "LongRun.Http.OperationLocation";
    public const string StatusValue = Namespace + ".StatusValueAttribute";
    public const string MediaRequirements = Namespace + ".MediaRequirementsAttribute";
}
