using LongRun.Analyzers.Waiting.Loops;

namespace LongRun.Analyzers.Waiting;

/// <summary>A rule on polling loops.</summary>
internal abstract class LoopRule : WaitingRule
{
    internal sealed override void Examine(WaitingBody body)
    {
        foreach (PollingLoop loop in body.Loops)
        {
            Judge(body, loop);
        }
    }

    private protected abstract void Judge(WaitingBody body, PollingLoop loop);
}
