using System.Globalization;

namespace LongRun;

/// <summary>
/// A wait reached its time limit before the operation reached an end, and the operation itself goes on; or the operation
/// expired (<see cref="ExpiredAt"/>).
/// </summary>
public sealed class OperationTimeoutException : TimeoutException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="token">Names the operation.</param>
    /// <param name="lastStatus">The last status seen, as on the wire; <see langword="null"/> where none was.</param>
    /// <param name="elapsed">How long this wait took.</param>
    /// <param name="polls">How many status calls this wait made, failed ones included.</param>
    /// <param name="cause">Why the wait ended before its limit, as a sentence; <see langword="null"/> where it did not.</param>
    /// <param name="innerException">Why the last status call failed; <see langword="null"/> where it did not.</param>
    /// <param name="expiredAt">When the operation expired; <see langword="null"/> where it goes on.</param>
    public OperationTimeoutException(OperationToken token, string? lastStatus, TimeSpan elapsed, int polls, string? cause = null, Exception? innerException = null, DateTimeOffset? expiredAt = null)
        : base(Describe(token, lastStatus, elapsed, polls, cause, innerException, expiredAt), innerException)
    {
        Token = token;
        LastStatus = lastStatus;
        Elapsed = elapsed;
        Polls = polls;
        ExpiredAt = expiredAt;
    }

    private OperationTimeoutException(string message, OperationToken token, string? lastStatus, TimeSpan elapsed, int polls, Exception? innerException)
        : base(message, innerException)
    {
        Token = token;
        LastStatus = lastStatus;
        Elapsed = elapsed;
        Polls = polls;
    }

    /// <summary>Names the operation; resume it from this, now or in another process.</summary>
    public OperationToken Token { get; }

    /// <summary>The operation's id, as the server gave it.</summary>
    public string OperationId => Token.Id;

    /// <summary>The last status seen, as on the wire; <see langword="null"/> where none was.</summary>
    public string? LastStatus { get; }

    /// <summary>How long this wait took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>How many status calls this wait made, failed ones included.</summary>
    public int Polls { get; }

    /// <summary>When the operation expired, as the server told before; <see langword="null"/> where the operation goes on.</summary>
    public DateTimeOffset? ExpiredAt { get; }

    internal static OperationTimeoutException ResultNotFetched(OperationToken token, string? status, TimeSpan elapsed, int calls, TimeSpan? refusedFor, Exception fault)
    {
        string tries = calls == 1 ? "1 call" : string.Create(CultureInfo.InvariantCulture, $"{calls} calls");
        string refused = refusedFor is { } pause ? $" The server takes no other within {Durations.Describe(pause)}, which is after the time limit." : "";
        return new(
            $"{token.Operation} '{token.Id}' has succeeded ('{status}'), and {tries} brought no result within {Durations.Describe(elapsed)}.{refused} The last call failed: {Sentence.End(fault.Message)}"
            + $" The result is still there; fetch it with Resume{token.Operation}(\"{token.Id}\").GetResultAsync(), or from the token '{token}'.",
            token,
            status,
            elapsed,
            calls,
            fault);
    }

    internal static OperationTimeoutException NextNotStarted(OperationToken token, string? status, string next, string what, TimeSpan elapsed, int polls) => new(
        $"{token.Operation} '{token.Id}' has succeeded ('{status}') within {Durations.Describe(elapsed)}; {next}, which follows, {what}."
        + $" Go on from the token '{token}'.",
        token,
        status,
        elapsed,
        polls,
        null);

    private static string Describe(OperationToken token, string? lastStatus, TimeSpan elapsed, int polls, string? cause, Exception? fault, DateTimeOffset? expiredAt)
    {
        string seen = lastStatus is null ? "showed no status" : $"was '{lastStatus}'";
        string calls = polls == 1 ? "1 status call" : string.Create(CultureInfo.InvariantCulture, $"{polls} status calls");
        string failed = fault is null ? "" : $" The last call failed: {Sentence.End(fault.Message)}";
        string early = cause is null ? "" : " " + cause;
        string rest = expiredAt is { } expired
            ? string.Create(CultureInfo.InvariantCulture, $" The job expired at {expired.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC without an end; start it anew.")
            : $" The job goes on; pick it up with Resume{token.Operation}(\"{token.Id}\") or from the token '{token}'.";
        return $"{token.Operation} '{token.Id}' {seen} after {Durations.Describe(elapsed)} and {calls}.{early}{failed}{rest}";
    }
}
