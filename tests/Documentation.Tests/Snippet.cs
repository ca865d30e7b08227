using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Documentation.Tests;

/// <summary>A C# fence with the code that its reader has around it, so that it compiles.</summary>
/// <remarks>
/// A line of tildes below a line of code is a squiggle, as an editor shows one: it stands where a rule reports, and says what.
/// Further lines of its message begin with one tilde. A comment that names a rule says that the rule reports in that line.
/// </remarks>
internal sealed partial class Snippet
{
    private const string Place = "/* snippet */";

    private readonly SourceText _text;
    private readonly int _firstLine;

    private Snippet(Fence fence)
    {
        Fence = fence;
        var code = new List<string>();
        var squiggles = new List<Squiggle>();
        foreach (string line in fence.Text.Split('\n'))
        {
            string trimmed = line.TrimStart();
            if (trimmed.StartsWith("~~", StringComparison.Ordinal))
            {
                string tildes = SquigglePattern().Match(trimmed).Value;
                squiggles.Add(new Squiggle(code.Count - 1, line.Length - trimmed.Length, tildes.Length, trimmed[tildes.Length..].Trim()));
            }
            else if (trimmed.StartsWith('~'))
            {
                squiggles[^1] = squiggles[^1] with { Message = $"{squiggles[^1].Message} {trimmed[1..].Trim()}" };
            }
            else
            {
                code.Add(line);
            }
        }

        Code = string.Join('\n', code);
        Squiggles = squiggles;
        Context = fence.Says("context") ?? Contexts.Of(fence);
        string around = Contexts.Text(Context);
        int at = around.IndexOf(Place, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The context '{Context}' has no place for a snippet.");
        _text = SourceText.From(around.Replace(Place, Code, StringComparison.Ordinal));
        _firstLine = around.AsSpan(0, at).Count('\n');
    }

    public Fence Fence { get; }

    /// <summary>Its lines without squiggles.</summary>
    public string Code { get; }

    /// <summary>Name of the code around it.</summary>
    public string Context { get; }

    public IReadOnlyList<Squiggle> Squiggles { get; }

    /// <summary>The whole source file.</summary>
    public SourceText Source => _text;

    public static Snippet Of(Fence fence) => new(fence);

    /// <summary>Rules that the snippet says report in it, with the lines, counted from 0 in the snippet.</summary>
    public IEnumerable<(int Line, string Id)> Marks() => Code.Split('\n')
        .SelectMany(static (line, number) => MarkPattern().Match(line) is { Success: true } comment
            ? IdPattern().Matches(comment.Value).Select(id => (number, id.Value))
            : [])
        .Concat(Squiggles.Select(static s => (s.Line, s.Message[..7])));

    public Compilation Compile()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(_text, SnippetReferences.ParseOptions, path: "Snippet.cs");
        return SnippetReferences.Compile([tree], ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any());
    }

    /// <summary>Line of the snippet where a diagnostic is; negative where it is in the code around it.</summary>
    public int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line - _firstLine;

    /// <summary>Whether a diagnostic is in the snippet, and not in the code around it.</summary>
    public bool Holds(Diagnostic diagnostic) => LineOf(diagnostic) >= 0 && LineOf(diagnostic) < Code.AsSpan().Count('\n') + 1;

    /// <summary>What a diagnostic says, with its place in the page.</summary>
    public string Describe(Diagnostic diagnostic) =>
        $"{Fence.Page.Path}:{Fence.Line + LineOf(diagnostic)}: {diagnostic.Id}: {diagnostic.GetMessage(null)}";

    /// <summary>The snippet's lines out of a source file that was changed.</summary>
    public string Out(string changed)
    {
        string around = Contexts.Text(Context);
        int at = around.IndexOf(Place, StringComparison.Ordinal);
        string after = around[(at + Place.Length)..];
        Assert.EndsWith(after, changed, StringComparison.Ordinal);
        return changed[at..^after.Length];
    }

    [GeneratedRegex("^~+")]
    private static partial Regex SquigglePattern();

    [GeneratedRegex("//.*$")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"LRO\d{4}")]
    private static partial Regex IdPattern();

    internal sealed record Squiggle(int Line, int Column, int Length, string Message);
}
