namespace LongRun.Generators;

/// <summary>Names of the generator's steps, by which tests see what an edit makes anew.</summary>
public static class TrackingNames
{
    /// <summary>The types with <c>[OperationMonitor]</c> methods, parsed.</summary>
    public const string Monitors = nameof(Monitors);

    /// <summary>The types with nothing but <c>[StartsOperation]</c> methods, parsed.</summary>
    public const string Starts = nameof(Starts);

    /// <summary>The types with <c>[MediaRequirements]</c>, parsed.</summary>
    public const string Media = nameof(Media);

    /// <summary>Everything together, names settled.</summary>
    public const string Contract = nameof(Contract);

    /// <summary>The operations, each for a file.</summary>
    public const string Operations = nameof(Operations);

    /// <summary>The clients, each for a file of extension methods.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The media profiles of each client, each for a file.</summary>
    public const string Requirements = nameof(Requirements);

    /// <summary>What is wrong.</summary>
    public const string Problems = nameof(Problems);
}
