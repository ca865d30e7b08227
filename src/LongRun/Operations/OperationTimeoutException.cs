using System.Globalization;

namespace LongRun;

/// <summary>A wait reached its time limit before the operation reached an end. The operation itself goes on.</summary>
public sealed class OperationTimeoutException : TimeoutException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="token">Names the operation.</param>
    /// <param name="lastStatus">The last status seen, as on the wire; <see langword="null"/> where none was.</param>
    /// <param name="elapsed">How long this wait took.</param>
    /// <param name="polls">How many status calls this wait made, failed ones included.</param>
    /// <param name="cause">Why the wait ended before its limit, as a sentence; <see langword="null"/> where it did not.</param>
    /// <param name="innerException">Why the last status call failed; <see langword="null"/> where it did not.</param>
    public OperationTimeoutException(OperationToken token, string? lastStatus, TimeSpan elapsed, int polls, string? cause = null, Exception? innerException = null)
        : base(Describe(token, lastStatus, elapsed, polls, cause, innerException), innerException)
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

    private static string Describe(OperationToken token, string? lastStatus, TimeSpan elapsed, int polls, string? cause, Exception? fault)
    {
        string seen = lastStatus is null ? "showed no status" : $"was '{lastStatus}'";
        string calls = polls == 1 ? "1 status call" : string.Create(CultureInfo.InvariantCulture, $"{polls} status calls");
        string failed = fault is null ? "" : $" The last call failed: {Sentence.End(fault.Message)}";
        string early = cause is null ? "" : " " + cause;
        return $"{token.Operation} '{token.Id}' {seen} after {Durations.Describe(elapsed)} and {calls}.{early}{failed}"
            + $" The job goes on; pick it up with Resume{token.Operation}(\"{token.Id}\") or from the token '{token}'.";
    }
}
