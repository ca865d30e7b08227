namespace LongRun;

/// <summary>Ids of jobs that are found by more than one: a job of an index is known by the index's id and its own.</summary>
/// <remarks>Each part is escaped and they are joined by slashes, as in a path, so that a token holds all that finds the job again. Used by generated code.</remarks>
public static class OperationId
{
    /// <summary>Joins the parts of an id.</summary>
    /// <param name="parts">The parts, the job's own id last.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">A part is <see langword="null"/> or empty.</exception>
    public static string Join(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (string part in parts)
        {
            ArgumentException.ThrowIfNullOrEmpty(part, nameof(parts));
        }

        return string.Join('/', parts.Select(Uri.EscapeDataString));
    }

    /// <summary>A part of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <param name="count">How many parts an id of this kind has.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> has another number of parts.</exception>
    public static string Part(string id, int index, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        string[] parts = id.Split('/');
        return parts.Length == count
            ? Uri.UnescapeDataString(parts[index])
            : throw new ArgumentException($"'{id}' is no id of this kind of job: it has {parts.Length} of {count} parts, which are joined by '/'. OperationId.Join makes one.", nameof(id));
    }
}
