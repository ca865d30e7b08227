namespace LongRun.Http;

/// <summary>What an <see cref="OperationCall"/> is for.</summary>
public enum OperationCallKind
{
    /// <summary>The call starts an operation: it must not be repeated unless the server certainly did not act.</summary>
    Start,

    /// <summary>The call asks for an operation's status: the wait repeats it, so nothing below should.</summary>
    Poll,
}
