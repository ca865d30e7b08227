using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>The files of one run, each read once: the document, its overlays, and what they refer to.</summary>
/// <param name="diagnostics">Takes what is wrong with their text.</param>
public sealed class SourceFiles(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, MapNode?> _roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overlays = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];
    private string _document = "";

    /// <summary>Paths of all files read so far, the document first.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Reads the document.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Its root, or <see langword="null"/> if it was reported.</returns>
    public MapNode? ReadDocument(string path)
    {
        _document = path;
        return Read(path, "an OpenAPI document");
    }

    /// <summary>Reads an overlay.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Its root, or <see langword="null"/> if it was reported.</returns>
    public MapNode? ReadOverlay(string path)
    {
        _overlays.Add(path);
        return Read(path, "an overlay");
    }

    /// <summary>Reads a file that another refers to.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Its root, or <see langword="null"/> if it was reported.</returns>
    public MapNode? ReadReferenced(string path) => Read(path, "a part of an OpenAPI document");

    /// <summary>The root that <c>#</c> means in a file: what an overlay brings refers to the document.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The root.</returns>
    public MapNode? RootMeantIn(string path) => _roots.GetValueOrDefault(Key(_overlays.Contains(path) ? _document : path));

    /// <summary>Path of a file that another names by a relative path, in the form in which the document's own was given.</summary>
    /// <param name="from">Path of the file that names it.</param>
    /// <param name="relative">How it names it.</param>
    /// <returns>The path, or <see langword="null"/> if that is none.</returns>
    public static string? PathFrom(string from, string relative)
    {
        try
        {
            string full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(from))!, relative));
            return Path.IsPathRooted(from) ? full : Path.GetRelativePath(Environment.CurrentDirectory, full);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private MapNode? Read(string path, string kind)
    {
        string key = Key(path);
        if (_roots.TryGetValue(key, out MapNode? known))
        {
            return known;
        }

        MapNode? root = null;
        _paths.Add(path);
        try
        {
            using var text = new StreamReader(path);
            root = DocumentReader.Read(path, text, diagnostics, kind);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, new SourcePosition(path, 1, 1), $"The document cannot be opened: {exception.Message}");
        }

        _roots[key] = root;
        return root;
    }

    private static string Key(string path) => Path.GetFullPath(path);
}
