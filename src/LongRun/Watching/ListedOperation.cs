namespace LongRun;

/// <summary>An operation as the list call shows it.</summary>
/// <param name="Id">Its id, as the server gave it.</param>
/// <param name="Status">Its status as on the wire; <see langword="null"/> where the list tells none.</param>
public readonly record struct ListedOperation(string Id, string? Status);
