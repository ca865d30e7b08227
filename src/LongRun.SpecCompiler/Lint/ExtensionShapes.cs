using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lint;

/// <summary>The shape of every extension of the vocabulary.</summary>
public static class ExtensionShapes
{
    private static readonly ValueShape Range = ValueShape.Object(("min", ValueShape.Scalar), ("max", ValueShape.Scalar));

    // The keys of these two themselves are known to ExtensionKeys; here stands what is below them.
    private static readonly Dictionary<string, ValueShape> BelowMonitor = new(StringComparer.Ordinal)
    {
        ["name"] = ValueShape.Scalar,
        ["id"] = ValueShape.Scalar,
        ["status"] = ValueShape.Scalar,
        ["succeeded"] = ValueShape.Texts,
        ["failed"] = ValueShape.Texts,
        ["failureReason"] = ValueShape.Scalar,
        ["progress"] = ValueShape.Object(("percent", ValueShape.Scalar), ("remainingSeconds", ValueShape.Scalar), ("estimatedCompletion", ValueShape.Scalar)),
        ["delay"] = ValueShape.Object(("min", ValueShape.Scalar), ("max", ValueShape.Scalar), ("signalled", ValueShape.Scalar)),
        ["maxWaitTime"] = ValueShape.Scalar,
        ["list"] = ValueShape.Object(("operation", ValueShape.Scalar), ("items", ValueShape.Scalar), ("id", ValueShape.Scalar), ("status", ValueShape.Scalar)),
        ["webhook"] = ValueShape.Object(("succeeded", ValueShape.Scalar), ("failed", ValueShape.Scalar), ("id", ValueShape.Scalar)),
        ["cancel"] = ValueShape.ScalarOrObject(("operation", ValueShape.Scalar)),
        ["result"] = ValueShape.ScalarOrObject(("operation", ValueShape.Scalar), ("id", ValueShape.Scalar), ("url", ValueShape.Scalar)),
        ["then"] = ValueShape.ScalarOrObject(("start", ValueShape.Scalar), ("with", ValueShape.Named(ValueShape.Scalar))),
        ["expiresAt"] = ValueShape.Scalar,
    };

    private static readonly Dictionary<string, ValueShape> BelowStart = new(StringComparer.Ordinal)
    {
        ["name"] = ValueShape.Scalar,
        ["monitor"] = ValueShape.Scalar,
        ["id"] = ValueShape.Scalar,
        ["statusUrl"] = ValueShape.Scalar,
        ["idempotencyKey"] = ValueShape.Scalar,
    };

    /// <summary>The extensions by name.</summary>
    public static readonly IReadOnlyDictionary<string, ValueShape> All = new Dictionary<string, ValueShape>(StringComparer.Ordinal)
    {
        [VocabularyKeys.Monitor] = Of(ExtensionKeys.Monitor.Keys, BelowMonitor),
        [VocabularyKeys.Start] = Of(ExtensionKeys.Start.Keys, BelowStart),
        [VocabularyKeys.AvailableWhen] = ValueShape.Scalar,
        [VocabularyKeys.ExtensibleEnum] = ValueShape.List,
        [VocabularyKeys.Url] = ValueShape.Object(
            ("provider", ValueShape.Scalar), ("schemes", ValueShape.List), ("hosts", ValueShape.List), ("forms", ValueShape.List), ("id", ValueShape.Scalar)),
        [VocabularyKeys.Duration] = ValueShape.Object(("min", ValueShape.Scalar), ("max", ValueShape.Scalar), ("unit", ValueShape.Scalar)),
        [VocabularyKeys.MediaRequirements] = ValueShape.Named(ValueShape.Object(
            ("duration", Range),
            ("width", Range),
            ("height", Range),
            ("sizeBytes", ValueShape.Object(("max", ValueShape.Scalar))),
            ("audio", ValueShape.Object(("requiredWith", ValueShape.Scalar))))),
        [VocabularyKeys.WebhookPayload] = ValueShape.Scalar,
    };

    private static ValueShape Of(IEnumerable<string> keys, Dictionary<string, ValueShape> shapes) =>
        ValueShape.Object(keys.Select(key => (key, shapes.GetValueOrDefault(key, ValueShape.Any))).ToArray());
}
