using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>What a compared value is known to be: a status, in some form, or one of a few texts that stand in for it.</summary>
internal sealed record StatusText
{
    /// <summary>No value at all, as of a local that is only copied to itself.</summary>
    internal static readonly StatusText Nothing = new();

    /// <summary>Whose status it is; <see langword="null"/> where it is none.</summary>
    internal StatusList? List { get; init; }

    /// <summary>Whether it is a value of the status type, and not yet a text.</summary>
    internal bool IsTyped { get; init; }

    /// <summary>Whether it is the name of an enum's member instead of the text on the wire.</summary>
    internal bool IsName { get; init; }

    internal Casing Casing { get; init; }

    /// <summary>Texts that it has where it is no status: <c>?? "none"</c>.</summary>
    internal ImmutableArray<string> Others { get; init; } = ImmutableArray<string>.Empty;

    internal static StatusText Other(string text) => new() { Others = ImmutableArray.Create(text) };

    /// <summary>The one or the other; <see langword="null"/> where they are of different forms.</summary>
    internal StatusText? Join(StatusText other)
    {
        ImmutableArray<string> others = Others.AddRange(other.Others);
        if (List is null || other.List is null)
        {
            return (List is null ? other : this) with { Others = others };
        }

        return IsName == other.IsName && Casing == other.Casing
            ? this with { List = List.Join(other.List), IsTyped = IsTyped && other.IsTyped, Others = others }
            : null;
    }
}
