namespace TwelveLabs.Cli.Output;

/// <summary>Why a command did not reach its end.</summary>
/// <param name="TaskId">Id of the task, if there was one.</param>
/// <param name="Status">Its last status, if one was seen.</param>
/// <param name="Reason">Why it failed, in the server's words.</param>
/// <param name="Message">A sentence for a person.</param>
internal sealed record JobFailure(string? TaskId, string? Status, string? Reason, string Message);
