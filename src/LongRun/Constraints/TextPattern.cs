// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Text.RegularExpressions;

namespace LongRun.Constraints;

/// <summary>A regular expression of a document (ECMA-262, not anchored), asked with care: what goes wrong with it is the document's mistake, not the text's.</summary>
internal sealed class TextPattern
{
    // Patterns in documents are simple; one that needs longer is a mistake.
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex? _regex;

    /// <summary>Takes a pattern.</summary>
    /// <param name="pattern">The pattern; <see langword="null"/>, or one that does not parse, matches any text.</param>
    internal TextPattern(string? pattern) => _regex = Read(pattern);

    /// <summary>The pattern as written; empty where it matches any text.</summary>
    /// <returns>The pattern.</returns>
    public override string ToString() => _regex?.ToString() ?? "";

    /// <summary>Whether a text matches somewhere. One that takes too long to tell counts as a match.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it does.</returns>
    internal bool Matches(string text)
    {
        try
        {
            return _regex?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Read(string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.ECMAScript, Timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
