namespace LongRun.Documentation.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Text">Its lines.</param>
/// <param name="Line">Number of its first line in the page.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Note">
/// The HTML comment right above it, or nothing. <c>context: name</c> names the code around a snippet, <c>file: path</c> the file that
/// holds the same text, <c>mended</c> says that it is what the fixes make of the fence before, and <c>not run: reason</c> that
/// commands are not run.
/// </param>
/// <param name="Previous">The fence before it in the page.</param>
internal sealed record Fence(Page Page, string Language, string Text, int Line, string Section, string Note, Fence? Previous)
{
    /// <summary>Where it is, for messages and as the name of a test.</summary>
    public string Place => $"{Page.Path}:{Line}";

    public static IEnumerable<Fence> Of(string language) => Page.All.SelectMany(static p => p.Fences).Where(f => f.Language == language);

    /// <summary>What the note says under a key; <see langword="null"/> where it says nothing.</summary>
    public string? Says(string key) =>
        Note == key ? "" : Note.StartsWith(key + ": ", StringComparison.Ordinal) ? Note[(key.Length + 2)..] : null;

    public override string ToString() => Place;
}
