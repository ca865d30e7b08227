using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>The keys of the extensions about jobs. One that has no effect is said, or its author would count on it.</summary>
public static class ExtensionKeys
{
    // Null: the key has an effect. Else: what happens instead of what the vocabulary says.
    internal static readonly IReadOnlyDictionary<string, string?> Monitor = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["name"] = null,
        ["id"] = null,
        ["status"] = null,
        ["succeeded"] = null,
        ["failed"] = null,
        ["failureReason"] = null,
        ["progress"] = null,
        ["delay"] = null,
        ["maxWaitTime"] = null,
        ["list"] = null,
        ["webhook"] = null,
        ["cancel"] = null,
        ["result"] = null,
        ["expiresAt"] = null,
        ["then"] = null,
    };

    internal static readonly IReadOnlyDictionary<string, string?> Start = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["name"] = null,
        ["monitor"] = null,
        ["id"] = null,
        ["statusUrl"] = null,
        ["idempotencyKey"] = null,
    };

    /// <summary>Reports keys that have no effect.</summary>
    /// <param name="node">The extension's value.</param>
    /// <param name="extension">Its name.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="diagnostics">Takes what was found.</param>
    internal static void Check(MapNode node, string extension, IReadOnlyDictionary<string, string?> keys, DiagnosticBag diagnostics)
    {
        foreach (MapNode.Entry entry in node.Entries)
        {
            if (!keys.TryGetValue(entry.Key, out string? instead))
            {
                diagnostics.Warn(DiagnosticIds.UnknownKey, entry.KeyPosition, $"'{extension}' has no key '{entry.Key}'; it is ignored.{NearestName.Hint(entry.Key, keys.Keys)}");
            }
            else if (instead is not null)
            {
                diagnostics.Warn(DiagnosticIds.NotExpressed, entry.KeyPosition, $"The generated client cannot express '{entry.Key}' yet: {instead}.");
            }
        }
    }
}
