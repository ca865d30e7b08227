using System.Diagnostics.CodeAnalysis;

namespace LongRun;

/// <summary>How a wait ended: success, terminal failure, or the time limit.</summary>
/// <typeparam name="T">Type of the status answer.</typeparam>
public sealed class OperationOutcome<T>
    where T : class
{
    private OperationOutcome(OperationState state, T? value, T? lastValue, Exception? error)
    {
        State = state;
        Value = value;
        LastValue = lastValue;
        Error = error;
    }

    /// <summary>
    /// The state when the wait ended: <see cref="OperationState.Succeeded"/>, <see cref="OperationState.Failed"/>, or,
    /// after a time-out, <see cref="OperationState.Running"/> (<see cref="OperationState.Unknown"/> where no status was seen).
    /// </summary>
    public OperationState State { get; }

    /// <summary>Whether the operation ended in terminal success.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>Whether the wait reached its time limit; the operation itself goes on.</summary>
    public bool TimedOut => Error is OperationTimeoutException;

    /// <summary>The result; <see langword="null"/> unless <see cref="IsSuccess"/>.</summary>
    public T? Value { get; }

    /// <summary>The last answer seen, whatever it says; <see langword="null"/> where there was none.</summary>
    public T? LastValue { get; }

    /// <summary>
    /// What <see cref="GetValueOrThrow"/> throws: an <see cref="OperationFailedException"/> or an
    /// <see cref="OperationTimeoutException"/>; <see langword="null"/> if <see cref="IsSuccess"/>.
    /// </summary>
    public Exception? Error { get; }

    /// <summary>Gives the result, or throws what <see cref="Operation{T}.WaitForCompletionAsync"/> would have thrown.</summary>
    /// <returns><see cref="Value"/>.</returns>
    /// <exception cref="OperationFailedException">The operation ended in terminal failure.</exception>
    /// <exception cref="OperationTimeoutException">The wait reached its time limit.</exception>
    public T GetValueOrThrow() => IsSuccess ? Value : throw Error;

    internal static OperationOutcome<T> Success(T value) => new(OperationState.Succeeded, value, value, null);

    internal static OperationOutcome<T> Unsuccessful(OperationState state, T? lastValue, Exception error) => new(state, null, lastValue, error);
}
