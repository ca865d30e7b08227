using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>Jobs and statuses that a function gets from outside: by a parameter, or from a handle's <c>WatchAsync</c>.</summary>
internal sealed class GivenJobs
{
    private readonly StatusCatalog _catalog;
    private readonly ISymbol _function;

    internal GivenJobs(StatusCatalog catalog, ISymbol function)
    {
        _catalog = catalog;
        _function = function;
    }

    /// <summary>The monitors of which the function may get jobs.</summary>
    internal IEnumerable<MonitorContract> Monitors(IOperation root)
    {
        IEnumerable<ITypeSymbol> types = root.Descendants()
            .Select(o => o switch
            {
                IParameterReferenceOperation parameter when IsOwn(parameter) => parameter.Type,
                IInvocationOperation { TargetMethod.Name: "WatchAsync" } watch when Handles.AnswerOf(watch.TargetMethod.ContainingType) is { } answer => answer,
                _ => null,
            })
            .OfType<ITypeSymbol>()
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            .ToArray();
        return _catalog.Monitors.Where(m => types.Any(t => ValueOf(t, m) is not null));
    }

    internal FlowValue? ValueOf(IOperation operation, FlowState state, MonitorContract monitor) => operation switch
    {
        IParameterReferenceOperation { Type: { } type } parameter when IsOwn(parameter) && state.Find(parameter.Parameter) is null => ValueOf(type, monitor),
        IInvocationOperation { TargetMethod.Name: "WatchAsync" } watch when Handles.AnswerOf(watch.TargetMethod.ContainingType) is { } answer && ValueOf(answer, monitor) is { } job => FlowValue.Of(Atom.Sequence(job, Emptiness.NotEmpty)),
        _ => null,
    };

    /// <summary>Whether the function only shows how far a job is: whoever waits sees to the ending.</summary>
    internal static bool IsProgress(IOperation root, ISymbol function)
    {
        if (InertCalls.IsProgress(function) || function is IMethodSymbol { Name: "Report", ContainingType: { } type } && type.AllInterfaces.Any(static i => i.Name == "IProgress"))
        {
            return true;
        }

        return root.Descendants()
            .Where(o => SymbolEqualityComparer.Default.Equals((o as IAnonymousFunctionOperation)?.Symbol ?? (o as IMethodReferenceOperation)?.Method, function))
            .Any(static o => IsTakenForProgress(o.Parent));
    }

    private static bool IsTakenForProgress(IOperation? taker)
    {
        while (taker is IDelegateCreationOperation or IConversionOperation)
        {
            taker = taker.Parent;
        }

        return taker switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Progress" } } => true,
            IArgumentOperation argument => InertCalls.IsProgress(argument.Parameter),
            IAssignmentOperation { Target: IMemberReferenceOperation target } => InertCalls.IsProgress(target.Member),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation local } => InertCalls.IsProgress(local.Symbol),
            _ => false,
        };
    }

    private bool IsOwn(IParameterReferenceOperation reference) => SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, _function);

    private FlowValue? ValueOf(ITypeSymbol type, MonitorContract monitor, bool many = false)
    {
        ITypeSymbol plain = MemberPath.Unwrap(type)!;
        foreach ((MonitorContract owner, string path) in _catalog.AnswersOf(plain))
        {
            if (owner == monitor)
            {
                return FlowValue.Of(Atom.Job(monitor, path));
            }
        }

        if (_catalog.ListOf(plain) is not null && _catalog.MonitorsOf(plain).Contains(monitor))
        {
            return FlowValue.Of(Atom.Status(monitor));
        }

        return !many && StatusCatalog.ItemOf(type) is { } item && ValueOf(item, monitor, many: true) is { } job ? FlowValue.Of(Atom.Sequence(job, Emptiness.NotEmpty)) : null;
    }
}
