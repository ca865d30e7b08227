namespace LongRun.Generators.Model;

/// <summary>How a method of the client is called.</summary>
/// <param name="Name">Its name, escaped where it is a keyword, with type arguments where it has type parameters.</param>
/// <param name="DocumentationId">The method as documentation says it: <c>M:…</c>.</param>
/// <param name="Summary">What its documentation says in short, as XML; <see langword="null"/> where there is none.</param>
/// <param name="Arguments">The arguments as code.</param>
/// <param name="ReturnsValueTask">Whether it returns a <c>ValueTask</c> and not a <c>Task</c>.</param>
/// <param name="MayReturnNull">Whether its answer may be null.</param>
internal sealed record MethodModel(
    string Name,
    string DocumentationId,
    string? Summary,
    EquatableArray<string> Arguments,
    bool ReturnsValueTask,
    bool MayReturnNull);
