using System.Reflection;
using LongRun.Annotations;
using LongRun.Constraints;

namespace TwelveLabs.Cli.Commands;

/// <summary>Judges a URL by what the document says of the field that will take it, before anything is sent.</summary>
internal static class YouTubeUrl
{
    private static readonly UrlRule Rule = ReadRule();

    /// <summary>Judges what the user typed.</summary>
    /// <param name="text">What the user typed.</param>
    /// <returns>The verdict: a violation breaks a documented rule, an advice only experience.</returns>
    public static UrlVerdict Judge(string text) => Rule.Judge(text);

    private static UrlRule ReadRule()
    {
        UrlConstraintAttribute constraint = typeof(CreateExternalProviderTaskRequest)
            .GetProperty(nameof(CreateExternalProviderTaskRequest.Url))!
            .GetCustomAttribute<UrlConstraintAttribute>()!;
        return new UrlRule(constraint.Provider, constraint.Schemes, constraint.Hosts, constraint.Forms, constraint.IdPattern);
    }
}
