using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>
/// Finds the polling loops of a body: those that make a status call whose id is the same in each turn, or that repeat over
/// many jobs and leave depending on their statuses. A loop that asks once for each of many ids is none.
/// </summary>
internal sealed class PollingLoops
{
    // Deeper than the calls of local functions that people write.
    private const int MaxDepth = 4;

    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly Entries _entries;
    private readonly TurnEvents _events;
    private readonly Dictionary<(LoopPlace, bool), PollingLoop?> _judged = [];
    private readonly List<PollingLoop> _found = [];
    private readonly ImmutableArray<LoopPlace> _places;

    private PollingLoops(WaitingBody body, FlowContext context)
    {
        _body = body;
        _context = context;
        _entries = new Entries(context);
        _events = new TurnEvents(context, body.Calls);
        _places = body.Operations.OfType<ILoopOperation>().Select(LoopPlace.Of).ToImmutableArray();
    }

    internal static ImmutableArray<PollingLoop> In(WaitingBody body)
    {
        // Of the bodies with calls most repeat nothing: these need no graph.
        if (!body.Calls.Any(static c => c.AsksForStatus) || !body.Operations.Any(static o => o is ILoopOperation or IBranchOperation { BranchKind: BranchKind.GoTo }) || body.Flow is not { } context)
        {
            return ImmutableArray<PollingLoop>.Empty;
        }

        var loops = new PollingLoops(body, context);
        foreach (ContractCall call in body.Calls.Where(static c => c.AsksForStatus))
        {
            loops.Visit(call, call.Call, Ids(call), call.Role == CallRole.List, 0);
        }

        return loops._found.ToImmutableArray();
    }

    /// <summary>What says which job is asked for.</summary>
    internal static ImmutableArray<IOperation> Ids(ContractCall call) => call.Role switch
    {
        CallRole.Update => CallSite.Receiver(call.Call) is { } handle ? ImmutableArray.Create(handle) : ImmutableArray<IOperation>.Empty,
        CallRole.Status => call.Call.Arguments.Where(a => a.Parameter?.Name == call.Monitor?.IdParameter).Select(static a => a.Value).ToImmutableArray(),
        _ => call.Call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Parameter?.Type.Name != "CancellationToken").Select(static a => a.Value).ToImmutableArray(),
    };

    private void Visit(ContractCall call, IOperation site, ImmutableArray<IOperation> ids, bool many, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        foreach (LoopPlace place in LoopPlace.Around(site))
        {
            bool isSame = ids.All(id => new SameEachTurn(_context, place.Span).Holds(id));
            if ((isSame || many) && Judge(place, call, isSame ? many : true) is not null)
            {
                return;
            }

            many |= !isSame;
        }

        switch (Function(site))
        {
            // A lambda runs where it is given to something: Task.WhenAll(ids.Select(id => …)), retry.ExecuteAsync(() => …).
            case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation or IConversionOperation } lambda:
                many |= ids.Any(id => DependsOn(lambda, id));
                Visit(call, lambda, ids, many, depth + 1);
                foreach (IInvocationOperation use in Uses(lambda))
                {
                    Visit(call, use, ids, many, depth + 1);
                }

                break;
            case ILocalFunctionOperation function:
                foreach (IInvocationOperation use in _context.Operations.OfType<IInvocationOperation>().Where(i => SymbolEqualityComparer.Default.Equals(i.TargetMethod, function.Symbol)))
                {
                    Visit(call, use, ids.Select(id => Given(id, use)).ToImmutableArray(), many, depth + 1);
                }

                break;
        }
    }

    /// <summary>Where a lambda runs that is kept in a local.</summary>
    private IEnumerable<IInvocationOperation> Uses(IAnonymousFunctionOperation lambda)
    {
        IOperation? outer = lambda.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IVariableInitializerOperation)
        {
            outer = outer.Parent;
        }

        ISymbol? local = (outer as IVariableDeclaratorOperation)?.Symbol ?? (outer is ISimpleAssignmentOperation assignment ? Decision.VariableOf(assignment.Target) : null);
        return local is null
            ? []
            : _context.Operations.OfType<IInvocationOperation>().Where(i => i.TargetMethod.MethodKind == MethodKind.DelegateInvoke && SymbolEqualityComparer.Default.Equals(Decision.VariableOf(i.Instance), local));
    }

    /// <summary>Whether a lambda asks for another job each time it runs: the id is its parameter, or made of it.</summary>
    private static bool DependsOn(IAnonymousFunctionOperation lambda, IOperation id) => id.DescendantsAndSelf()
        .Select(Decision.VariableOf)
        .Any(v => v?.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(declaration.Span));

    /// <summary>What a parameter of a local function gets.</summary>
    private static IOperation Given(IOperation id, IInvocationOperation use) =>
        id is IParameterReferenceOperation { Parameter: var parameter } && use.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter, parameter)) is { } argument ? argument.Value : id;

    private PollingLoop? Judge(LoopPlace place, ContractCall call, bool many)
    {
        if (!_judged.TryGetValue((place, many), out PollingLoop? loop))
        {
            loop = Create(place, call, many);
            _judged.Add((place, many), loop);
            if (loop is not null && _found.All(l => !l.Place.Equals(place)))
            {
                _found.Add(loop);
            }
        }

        return loop;
    }

    private PollingLoop? Create(LoopPlace place, ContractCall call, bool many)
    {
        if (_context.Functions.LastOrDefault(f => f.Syntax.Span.Contains(place.Span)) is not { } function)
        {
            return null;
        }

        var region = new LoopRegion(function.Graph, place.Span);
        if (LoopRuns.Follow(_context, function, region, call.Monitor, _entries) is not { } runs || (many && !runs.DependOnStatus))
        {
            return null;
        }

        ImmutableArray<LoopRegion> inner = _places
            .Where(p => p.Span != place.Span && place.Span.Contains(p.Span))
            .Select(p => new LoopRegion(function.Graph, p.Span))
            .ToImmutableArray();
        var paths = new TurnPaths(function.Graph, region, inner, _events, _body.Calls.Where(static c => c.AsksForStatus).Select(static c => c.Call.Syntax));
        return paths.Repeats((from, to) => runs.All.Any(r => r.CanGo(from, to)))
            ? new PollingLoop(_body, place, function, call.Monitor, runs, paths, many)
            : null;
    }

    private static IOperation? Function(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }
}
