namespace TwelveLabs.Simulator;

/// <summary>An indexing task as the simulator itself knows it, for tests that count what really was started.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="IndexId">The index it belongs to.</param>
/// <param name="VideoId">The id its video has, or will have when it is ready.</param>
/// <param name="Url">The address it was made from; null for an uploaded file.</param>
/// <param name="Title">The title or file name.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="EndsAt">When it becomes ready or failed; <see cref="DateTimeOffset.MaxValue"/> for one that never ends.</param>
/// <param name="Status">Its status at the moment of asking.</param>
public sealed record SimulatedTask(
    string Id,
    string IndexId,
    string VideoId,
    string? Url,
    string Title,
    DateTimeOffset CreatedAt,
    DateTimeOffset EndsAt,
    string Status);
