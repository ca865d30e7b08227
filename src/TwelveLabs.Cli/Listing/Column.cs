namespace TwelveLabs.Cli.Listing;

/// <summary>A column of a list.</summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="Header">Its header.</param>
/// <param name="Value">What a row shows in it; <see langword="null"/> is shown as nothing.</param>
internal sealed record Column<T>(string Header, Func<T, string?> Value);
