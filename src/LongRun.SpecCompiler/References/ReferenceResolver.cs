using System.Globalization;
using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>Follows references, within files and across them, and reports those that lead nowhere.</summary>
/// <param name="document">Root of the document.</param>
/// <param name="files">The files.</param>
/// <param name="written">References that mean the document, wherever they stand.</param>
internal sealed partial class ReferenceResolver(MapNode document, SourceFiles files, IReadOnlySet<ScalarNode> written)
{
    // No real reference passes so many others on its way: one after the other, and in all.
    private const int MostSteps = 64;
    private const int MostPassed = 4096;

    private int _passed;

    // To look for the name that was meant takes its time, and nobody reads that far.
    private int _hints = 100;

    /// <summary>What a reference means in the end: the first component of the document on the way, else the last value.</summary>
    public ReferenceTarget? Follow(ScalarNode reference, DiagnosticBag diagnostics)
    {
        _passed = 0;
        ReferenceTarget? component = null;
        ScalarNode at = reference;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            if (FollowOnce(at, diagnostics, 0) is not { } target)
            {
                return null;
            }

            if (component is null && ReferenceEquals(target.Root, document) && target.ComponentSection is not null)
            {
                component = target;
            }

            // Beside a reference stand descriptions; what says more is a value of its own.
            if (target.Node.Scalar("$ref") is not { Kind: ScalarKind.Text } next
                || target.Node.Entries.Any(static entry => entry.Key is not ("$ref" or "description" or "summary" or "title") && !entry.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                return component ?? target;
            }

            at = next;
        }

        Report(diagnostics, reference, $"'{reference.Text}' leads back to itself.");
        return null;
    }

    private ReferenceTarget? FollowOnce(ScalarNode reference, DiagnosticBag diagnostics, int depth)
    {
        if (depth == MostSteps || ++_passed > MostPassed)
        {
            Report(diagnostics, reference, $"'{reference.Text}' leads back to itself.");
            return null;
        }

        int hash = reference.Text.IndexOf('#', StringComparison.Ordinal);
        string file = hash < 0 ? reference.Text : reference.Text[..hash];
        string fragment = hash < 0 ? "" : reference.Text[(hash + 1)..];
        MapNode? root = written.Contains(reference) ? document
            : file.Length == 0 ? files.RootMeantIn(reference.Position.File)
            : Open(reference, file, diagnostics);
        if (root is null)
        {
            return null;
        }

        if (fragment.Length == 0)
        {
            if (root.Has("openapi"))
            {
                Report(diagnostics, reference, $"'{reference.Text}' is a whole OpenAPI document; name the part that is meant, as in '{file}#/components/schemas/…'.");
                return null;
            }

            return new ReferenceTarget(root, null, root, []);
        }

        if (fragment[0] == '/')
        {
            return Walk(reference, root, fragment, diagnostics, depth);
        }

        Report(diagnostics, reference, $"'{reference.Text}' leads nowhere: after '#' comes a JSON pointer, as in '#/components/schemas/…'.");
        return null;
    }

    private MapNode? Open(ScalarNode reference, string file, DiagnosticBag diagnostics)
    {
        if (Address().IsMatch(file))
        {
            Report(diagnostics, reference, $"'{reference.Text}' is an address, and a build reads files only; keep a copy beside the document and refer to that.");
            return null;
        }

        string? path = SourceFiles.PathFrom(reference.Position.File, Uri.UnescapeDataString(file));
        if (path is not null && File.Exists(path))
        {
            return files.ReadReferenced(path);
        }

        Report(diagnostics, reference, $"'{reference.Text}' leads nowhere: there is no file '{path ?? file}'.{Nearest(file, path)}");
        return null;
    }

    private static string Nearest(string file, string? path)
    {
        string? folder = path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
        {
            return "";
        }

        IEnumerable<string> names = Directory.EnumerateFiles(folder).Select(static other => Path.GetFileName(other)).Order(StringComparer.Ordinal);
        return NearestName.Find(Path.GetFileName(path!), names) is { } nearest ? $" Did you mean '{file[..(file.LastIndexOf('/') + 1)]}{nearest}'?" : "";
    }

    private ReferenceTarget? Walk(ScalarNode reference, MapNode root, string pointer, DiagnosticBag diagnostics, int depth)
    {
        string[] pointed = pointer[1..].Split('/');
        Node node = root;
        Node? parent = null;
        MapNode home = root;
        var steps = new List<string>();
        for (int i = 0; i < pointed.Length; i++)
        {
            string name = ApiDocument.Unescape(pointed[i]);

            // A pointer may pass a place from which something was moved, and leaves it where that went.
            if (node is MapNode passed && passed.Scalar("$ref") is { Kind: ScalarKind.Text } next && !passed.Has(name))
            {
                if (FollowOnce(next, diagnostics, depth + 1) is not { } moved)
                {
                    return null;
                }

                (node, home) = (moved.Node, moved.Root);
                steps = [.. moved.Steps];
            }

            parent = node;
            if (Child(node, name) is not { } child)
            {
                string before = reference.Text[..^string.Join('/', pointed.Skip(i)).Length];
                IEnumerable<string> known = (node as MapNode)?.Entries.Select(static entry => entry.Key) ?? [];
                string hint = _hints-- > 0 && NearestName.Find(name, known) is { } nearest ? $" Did you mean '{before}{ApiDocument.Escape(nearest)}'?" : "";
                Report(diagnostics, reference, $"'{reference.Text}' leads nowhere.{hint}");
                return null;
            }

            steps.Add(name);
            node = child;
        }

        if (node is MapNode map)
        {
            return new ReferenceTarget(map, parent, home, steps);
        }

        Report(diagnostics, reference, $"'{reference.Text}' leads to something that is no object.");
        return null;
    }

    /// <summary>The value of a name or an index.</summary>
    public static Node? Child(Node? node, string name) => node switch
    {
        MapNode map => map[name],
        ListNode list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };

    private static void Report(DiagnosticBag diagnostics, ScalarNode reference, string message) =>
        diagnostics.Add(DiagnosticIds.Unreadable, reference.Position, message);

    // One letter and a colon is a drive.
    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]+:|//)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
