namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Keys of the extensions that authors write in a document.</summary>
public static class VocabularyKeys
{
    /// <summary>On an operation that reports status.</summary>
    public const string Monitor = "x-operation-monitor";

    /// <summary>On an operation that starts a job.</summary>
    public const string Start = "x-long-running-operation";

    /// <summary>On a property that means something only after success.</summary>
    public const string AvailableWhen = "x-available-when";

    /// <summary>On a string schema: the known values of an open set.</summary>
    public const string ExtensibleEnum = "x-extensible-enum";

    /// <summary>On a string of format uri: which URLs it accepts.</summary>
    public const string Url = "x-url";

    /// <summary>On a duration: its limits.</summary>
    public const string Duration = "x-duration";

    /// <summary>On a schema or the document: what media each profile accepts.</summary>
    public const string MediaRequirements = "x-media-requirements";

    /// <summary>On a schema: it is the body of a webhook.</summary>
    public const string WebhookPayload = "x-webhook-payload";
}
