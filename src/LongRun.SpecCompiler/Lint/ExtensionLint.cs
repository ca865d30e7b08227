using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lint;

/// <summary>
/// Reports what stands in an extension, or where one could stand, and has no effect: its author would count on it.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class ExtensionLint(ApiDocument document, DiagnosticBag diagnostics)
{
    private static readonly string[] OnOperations = [VocabularyKeys.Monitor, VocabularyKeys.Start];

    // Extensions of others that lie near ours and mean something of their own.
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { AzureLongRunning.Key, AzureLongRunning.OptionsKey, SpeakeasyPolling.Key };

    /// <summary>Checks every extension.</summary>
    public void Run()
    {
        var operations = document.Operations.Select(static operation => operation.Node).ToHashSet<MapNode>(ReferenceEqualityComparer.Instance);
        foreach (MapNode value in DocumentWalk.Objects(document.Root))
        {
            foreach (MapNode.Entry entry in value.Entries.Where(static entry => entry.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || entry.Key.StartsWith("x_", StringComparison.OrdinalIgnoreCase)))
            {
                if (!ExtensionShapes.All.TryGetValue(entry.Key, out ValueShape? shape))
                {
                    CheckName(entry);
                }
                else if (OnOperations.Contains(entry.Key) && !operations.Contains(value))
                {
                    Report(entry.KeyPosition, $"'{entry.Key}' has no effect here; it belongs on an operation, beside its 'operationId'.");
                }
                else
                {
                    Check(entry, shape, entry.Key, null);
                }
            }
        }
    }

    private void CheckName(MapNode.Entry entry)
    {
        if (!Foreign.Contains(entry.Key) && ExtensionShapes.All.Keys.FirstOrDefault(known => IsMeant(entry.Key, known)) is { } meant)
        {
            Report(entry.KeyPosition, $"'{entry.Key}' is no extension of this vocabulary; it is ignored. Did you mean '{meant}'?");
        }
    }

    // Stricter than for keys inside our own extensions: anybody may have extensions of his own.
    private static bool IsMeant(string written, string known) =>
        Letters(written) == Letters(known) || NearestName.Distance(written, known) <= known.Length / 8;

    private static string Letters(string name) => new string(name.Where(char.IsAsciiLetter).ToArray()).ToUpperInvariant();

    private void Check(MapNode.Entry entry, ValueShape shape, string extension, string? below)
    {
        string place = below is null ? $"'{entry.Key}'" : $"'{entry.Key}' of '{below}'";
        bool fits = entry.Value switch
        {
            MapNode => shape.AllowsObject,
            ListNode => shape.AllowsList,
            ScalarNode { Kind: ScalarKind.Null } => false,
            _ => shape.AllowsScalar,
        };
        if (!fits)
        {
            Report(entry.KeyPosition, $"{place} has to be {shape}; as it is written it is ignored.");
            return;
        }

        if (entry.Value is MapNode map)
        {
            // The keys of these two themselves are checked where they are read.
            bool readElsewhere = below is null && OnOperations.Contains(extension);
            CheckKeys(map, shape, extension, place, readElsewhere);
        }
        else if (entry.Key == VocabularyKeys.AvailableWhen && entry.Value is ScalarNode { Text: not "succeeded" } when)
        {
            Report(when.Position, $"'{VocabularyKeys.AvailableWhen}' knows 'succeeded' only; '{when.Text}' is ignored.");
        }
    }

    private void CheckKeys(MapNode map, ValueShape shape, string extension, string place, bool readElsewhere)
    {
        foreach (MapNode.Entry entry in map.Entries)
        {
            ValueShape? known = shape.Each ?? (shape.Keys is null ? ValueShape.Any : shape.Keys.GetValueOrDefault(entry.Key));
            if (known is not null)
            {
                Check(entry, known, extension, extension);
            }
            else if (!readElsewhere)
            {
                Report(entry.KeyPosition, $"{place} has no key '{entry.Key}'; it is ignored.{NearestName.Hint(entry.Key, shape.Keys!.Keys)}");
            }
        }
    }

    private void Report(SourcePosition position, string message) => diagnostics.Warn(DiagnosticIds.UnknownKey, position, message);
}
