namespace LongRun.Annotations;

/// <summary>Says which URLs a member or parameter accepts.</summary>
/// <remarks>
/// A wrong scheme or host breaks a documented rule. A right host with a form that is not listed is advice,
/// because a list of forms is rarely documented.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class UrlConstraintAttribute : Attribute
{
    /// <summary>Name of the site or provider, as messages say it: <c>YouTube</c>.</summary>
    public string? Provider { get; set; }

    /// <summary>Accepted schemes, lower case. Empty: any.</summary>
    public string[] Schemes { get; set; } = [];

    /// <summary>Accepted hosts, lower case; <c>*.example.com</c> accepts every host below <c>example.com</c> and not itself. Empty: any.</summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>
    /// Forms that name one item, each <c>host/path?query</c> with a hole <c>{id}</c>; the host <c>*</c> is any accepted one.
    /// Query order is free; other parameters, a trailing slash and the fragment are ignored. Empty: any.
    /// </summary>
    public string[] Forms { get; set; } = [];

    /// <summary>Regular expression that the text in the hole <c>{id}</c> matches; <see langword="null"/>: any.</summary>
    public string? IdPattern { get; set; }
}
