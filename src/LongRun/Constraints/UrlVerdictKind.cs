// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
namespace LongRun.Constraints;

/// <summary>What a <see cref="UrlRule"/> says of a URL.</summary>
public enum UrlVerdictKind
{
    /// <summary>The URL fits: scheme, host and form.</summary>
    Accepted,

    /// <summary>Empty, relative, without a host, malformed, or with white space inside.</summary>
    NotAUrl,

    /// <summary>A documented rule is broken: the scheme is not accepted.</summary>
    WrongScheme,

    /// <summary>A documented rule is broken: the host is not accepted.</summary>
    WrongHost,

    /// <summary>Advice: the host is right, and the URL has none of the forms that name one item.</summary>
    UnknownForm,

    /// <summary>Advice: the URL has a form that names one item, and its id does not look like one.</summary>
    UnlikelyId,
}
