namespace LongRun;

/// <summary>Tells waits that an operation has probably ended, so that they need not ask: a webhook, a message of a queue.</summary>
/// <remarks>
/// <para>
/// Give it to a wait as <see cref="WaitOptions.Signal"/>. A wait never believes it: on a signal it makes one status call,
/// and if that says "still running" a few quick ones more. Nor does it rely on it: while a signal is connected the status
/// is looked at every <see cref="StatusMonitor.SignalledDelay"/> all the same.
/// </para>
/// <para><see cref="SignalHub"/> serves most sources of signals; derive from this class for one with subscriptions of its own.</para>
/// </remarks>
public abstract class OperationSignal
{
    /// <summary>Connects a wait to the signals of one operation. Called once by each wait, when it begins.</summary>
    /// <param name="operation">The operation waited for.</param>
    /// <param name="listener">
    /// What to notify. A signal that came before this call counts too: notify at once, even from within this call.
    /// </param>
    /// <returns>
    /// Ends the connection when disposed, which the wait does at its end. <see langword="null"/> where there will be no
    /// signals of this operation; the wait then goes by status calls alone, at its usual pace.
    /// </returns>
    /// <remarks>An exception thrown by it ends the wait.</remarks>
    public abstract IDisposable? Connect(OperationToken operation, SignalListener listener);
}
