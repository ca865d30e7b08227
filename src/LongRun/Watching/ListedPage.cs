namespace LongRun;

/// <summary>A page of the list of operations.</summary>
/// <param name="Operations">The operations, as the page has them.</param>
/// <param name="IsLast">Whether no page follows.</param>
public sealed record ListedPage(IReadOnlyList<ListedOperation> Operations, bool IsLast);
