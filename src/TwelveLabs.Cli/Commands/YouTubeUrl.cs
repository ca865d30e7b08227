using System.Reflection;
using LongRun.Annotations;
using LongRun.Constraints;

namespace TwelveLabs.Cli.Commands;

/// <summary>Judges a URL by what the document says of the field that will take it, before anything is sent.</summary>
internal static class YouTubeUrl
{
    private static readonly UrlRule Rule = ReadRule();

    /// <summary>Why the URL would be refused.</summary>
    /// <param name="text">What the user typed.</param>
    /// <returns>A sentence, or <see langword="null"/> if it is fine.</returns>
    public static string? Refusal(string text) => Rule.Judge(text) is { IsViolation: true } verdict ? verdict.Message : null;

    private static UrlRule ReadRule()
    {
        UrlConstraintAttribute constraint = typeof(CreateExternalProviderTaskRequest)
            .GetProperty(nameof(CreateExternalProviderTaskRequest.Url))!
            .GetCustomAttribute<UrlConstraintAttribute>()!;
        return new UrlRule(constraint.Provider, constraint.Schemes, constraint.Hosts, constraint.Forms, constraint.IdPattern);
    }
}
