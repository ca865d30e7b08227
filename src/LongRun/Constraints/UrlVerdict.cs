// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
namespace LongRun.Constraints;

/// <summary>The answer of a <see cref="UrlRule"/>.</summary>
public sealed class UrlVerdict
{
    internal UrlVerdict(UrlVerdictKind kind, string message, string? host = null, string? id = null)
    {
        Kind = kind;
        Message = message;
        Host = host;
        Id = id;
    }

    /// <summary>What is wrong, if anything.</summary>
    public UrlVerdictKind Kind { get; }

    /// <summary>A sentence for a person; empty where the URL fits.</summary>
    public string Message { get; }

    /// <summary>The host, lower case and in its ASCII form; <see langword="null"/> where there is none.</summary>
    public string? Host { get; }

    /// <summary>The item's id; <see langword="null"/> unless the URL fits and the rule's form has one.</summary>
    public string? Id { get; }

    /// <summary>Whether the URL fits in all respects.</summary>
    public bool IsAccepted => Kind == UrlVerdictKind.Accepted;

    /// <summary>Whether a documented rule is broken, so that the server will refuse the URL.</summary>
    public bool IsViolation => Kind is UrlVerdictKind.NotAUrl or UrlVerdictKind.WrongScheme or UrlVerdictKind.WrongHost;

    /// <summary>Whether only undocumented experience speaks against the URL: a hint, no reason to refuse it.</summary>
    public bool IsAdvice => Kind is UrlVerdictKind.UnknownForm or UrlVerdictKind.UnlikelyId;
}
