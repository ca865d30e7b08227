namespace LongRun.Generators.Model;

/// <summary>How the call that lists the operations of a kind is made and read.</summary>
/// <param name="Method">The list method.</param>
/// <param name="Items">The items of an answer, as code over <c>answer</c>; may be null.</param>
/// <param name="Id">An item's id, read from <c>item</c>.</param>
/// <param name="Status">An item's status, read from <c>item</c>; <see langword="null"/> where the list tells none.</param>
/// <param name="HasPages">Whether the method takes the number of a page.</param>
/// <param name="PageSize">Items that a page is asked for; <see langword="null"/> where the method takes no size.</param>
/// <param name="IsRecentFirst">Whether the method is asked for those first that changed last.</param>
internal sealed record ListModel(
    MethodModel Method,
    string Items,
    MemberReading Id,
    MemberReading? Status,
    bool HasPages,
    int? PageSize,
    bool IsRecentFirst);
