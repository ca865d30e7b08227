using LongRun.Analyzers.Waiting.Loops;

namespace LongRun.Analyzers.Waiting;

/// <summary>A rule on polling loops, be they loops of the language or retries.</summary>
internal abstract class LoopRule : WaitingRule
{
    internal sealed override void Examine(WaitingBody body)
    {
        foreach (Polling polling in body.Pollings)
        {
            Judge(body, polling);
        }
    }

    private protected abstract void Judge(WaitingBody body, Polling polling);
}
