using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Model;

/// <summary>Names as C# has them. Here, because parsing and emitting both spell them.</summary>
internal static class Identifier
{
    /// <summary>The name, escaped where it is a keyword.</summary>
    /// <remarks><c>await</c> is one only in async methods, and the emitted ones are.</remarks>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name == "await" ? "@" + name : name;

    public static bool IsValid(string? name) => name is not null && SyntaxFacts.IsValidIdentifier(name);
}
