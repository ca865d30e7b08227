using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Finds starts in hand-written retry loops: success leaves, and a handler lets the loop turn again with the same request.</summary>
internal sealed class RetryLoops
{
    private readonly WaitingBody _body;
    private readonly FunctionGraphs _graphs;
    private readonly HarmlessFailures _harmless;

    internal RetryLoops(WaitingBody body, HarmlessFailures harmless)
    {
        _body = body;
        _harmless = harmless;
        _graphs = new FunctionGraphs(body.Root, body.CancellationToken);
    }

    internal bool Repeat(IInvocationOperation start)
    {
        IOperation? site = start;
        while (site is not null)
        {
            IOperation? function = BodyUses.FunctionAround(site);
            if (Repeat(start, site, function))
            {
                return true;
            }

            // await Task.WhenAll(urls.Select(u => api.StartAsync(u))) runs the lambda where it stands.
            site = function is IAnonymousFunctionOperation && BodyUses.Taker(function) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select" or "Run" or "ForEachAsync" or "ForEach" } } }
                ? function
                : null;
        }

        return false;
    }

    private bool Repeat(IInvocationOperation start, IOperation site, IOperation? function)
    {
        var loops = new List<LoopExtent>();
        bool isHandled = false;
        for (IOperation inner = site; inner.Parent is { } outer && outer != function; inner = outer)
        {
            isHandled |= outer is ITryOperation { Catches.IsEmpty: false } guarded && guarded.Body == inner;
            if (outer is ILoopOperation loop)
            {
                // A handler outside of the loop ends it.
                if (isHandled && IsRepeated(start, site, function, new LoopExtent(loop), loops))
                {
                    return true;
                }

                loops.Add(new LoopExtent(loop));
            }
        }

        IOperation whole = function ?? _body.Root;
        return isHandled
            && whole.Descendants().Any(static o => o is IBranchOperation { BranchKind: BranchKind.GoTo })
            && IsRepeated(start, site, function, null, loops);
    }

    private bool IsRepeated(IInvocationOperation start, IOperation site, IOperation? function, LoopExtent? loop, List<LoopExtent> innerLoops)
    {
        IOperation whole = function ?? _body.Root;
        var request = new SameRequest(_body, loop?.Loop ?? whole, loop is null ? node => whole.Syntax.Span.Contains(node.Span) : loop.Contains);
        return request.Holds(start)
            && _graphs.Of(function) is { } graph
            && new RetryWalk(graph, site.Syntax, _harmless).Retries(loop, innerLoops);
    }
}
