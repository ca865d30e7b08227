using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>
/// Finds the endings of a job that a switch does not handle: a job that ended so comes to the switch for sure, no label takes
/// it, some label takes another ending, and nothing else in the code treats it apart from jobs that run and from those endings.
/// </summary>
internal sealed class MissingEndings
{
    private readonly WaitingBody _body;
    private readonly FlowContext _context;
    private readonly StatusCatalog _catalog;

    private MissingEndings(WaitingBody body, FlowContext context, StatusCatalog catalog, ISwitchOperation @switch, SwitchLabels labels)
    {
        _body = body;
        _context = context;
        _catalog = catalog;
        Switch = @switch;
        Labels = labels;
    }

    internal ISwitchOperation Switch { get; }

    internal SwitchLabels Labels { get; }

    /// <summary>Whose endings they are; <see langword="null"/> where the code does not say it.</summary>
    internal MonitorContract? Monitor { get; private set; }

    /// <summary>The endings as the labels would name them, failures first.</summary>
    internal ImmutableArray<(string Name, JobEnding Ending)> Endings { get; private set; }

    /// <summary>Labels that take the endings that are handled: those to add look like them.</summary>
    internal ImmutableArray<ICaseClauseOperation> Models { get; private set; } = ImmutableArray<ICaseClauseOperation>.Empty;

    internal static MissingEndings? In(WaitingBody body, StatusCatalog catalog, ISwitchOperation @switch, SwitchLabels labels)
    {
        if (body.Flow is not { } context)
        {
            return null;
        }

        var missing = new MissingEndings(body, context, catalog, @switch, labels);
        FunctionFlow function = context.Functions.Last(f => f.Syntax.Span.Contains(@switch.Syntax.Span));
        return missing.FindSeen(function) || missing.FindGiven(function) ? missing : null;
    }

    /// <summary>Jobs that the body itself asks for.</summary>
    private bool FindSeen(FunctionFlow function)
    {
        IEnumerable<MonitorContract?> handles = _body.Operations.Select(static o => o.Type).Where(Handles.IsHandle).Select(t => _body.Contract.MonitorOfHandle(t!));
        foreach (MonitorContract? monitor in _body.Calls.Select(static c => c.Monitor).Concat(handles).Distinct())
        {
            foreach (FunctionFlow start in new[] { _context.Functions[0], function }.Distinct())
            {
                if (!IsCalled(start) && Find(start, monitor, new FlowOptions { StartsInTheMiddle = start.Symbol is not null }))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Jobs that come in from outside, where nobody in sight may have looked at the ending before.</summary>
    private bool FindGiven(FunctionFlow function)
    {
        if (IsCalled(function) || GivenJobs.IsProgress(_body.Root, function.Symbol ?? _body.Owner))
        {
            return false;
        }

        var given = new GivenJobs(_catalog, function.Symbol ?? _body.Owner);
        return given.Monitors(_body.Root).Any(monitor =>
            Find(function, monitor, new FlowOptions { StartsInTheMiddle = function.Symbol is not null, Given = (operation, state) => given.ValueOf(operation, state, monitor) })
            && !Endings.Any(e => IsNamedElsewhere(e.Name)));
    }

    private bool IsCalled(FunctionFlow function) => function.Symbol is { MethodKind: MethodKind.LocalFunction } local
        && _body.Operations.OfType<IInvocationOperation>().Any(c => SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, local));

    private bool Find(FunctionFlow function, MonitorContract? monitor, FlowOptions options)
    {
        SwitchRun? Follow(Scenario scenario) => SwitchRun.Follow(_context, function, Switch, scenario, options);

        SwitchRun? running = Follow(Scenario.Running(monitor));
        SwitchRun?[] followed = Scenarios(monitor).Select(Follow).ToArray();
        if (running is null || followed.Any(static r => r is null))
        {
            return false;
        }

        SwitchRun[] ended = followed.Select(static r => r!).ToArray();
        SwitchRun[] handled = ended.Where(r => IsTaken(r, monitor)).ToArray();
        if (handled.Length == 0)
        {
            return false;
        }

        var elsewhere = new HashSet<(Microsoft.CodeAnalysis.Text.TextSpan, int)>(handled.Append(running).SelectMany(static r => r.Ways));
        Monitor = monitor;
        Endings = ended
            .Where(r => IsMissed(r, ended.Append(running)) && r.Ways.All(elsewhere.Contains))
            .Select(r => (Name: NameOf(r)!, r.Scenario.Ending))
            .Where(static e => e.Name is not null)
            .Distinct()
            .OrderBy(static e => e.Ending == JobEnding.Failure ? 0 : 1)
            .ToImmutableArray();
        Models = Labels.Clauses.Where(c => handled.Any(r => IsModel(c, r))).ToImmutableArray();
        return !Endings.IsEmpty;
    }

    /// <summary>Whether the label takes the ending, or names it beside what else it asks.</summary>
    private bool IsModel(ICaseClauseOperation label, SwitchRun run) => run.Asked.Any(a => SwitchLabels.Takes(_context, label, run.Scenario, a.Value, a.State) switch
    {
        true => true,
        null => Labels.Constants.Any(c => c.Text == run.Scenario.Status && label.Syntax.Span.Contains(c.Operation.Syntax.Span)),
        false => false,
    });

    private static IEnumerable<Scenario> Scenarios(MonitorContract? monitor) => monitor is null
        ? [Scenario.Success(null), Scenario.Failure()]
        : monitor.Succeeded.Select(s => Scenario.Success(monitor, s)).Concat(monitor.Failed.Select(s => Scenario.Failure(monitor, s)));

    /// <summary>Whether a label takes the ending, be it under a wrong name: another rule tells of that.</summary>
    private bool IsTaken(SwitchRun run, MonitorContract? monitor) =>
        run.Asked.Any(a => Tells(a.Value) && Labels.Take(_context, run.Scenario, a.Value, a.State) != false)
        || (run.Asked.Count > 0 && monitor is not null && Labels.Constants.Any(c => c.Text != run.Scenario.Status && ListedTexts.Nearest(c.Text, monitor.Succeeded.Concat(monitor.Failed)) == run.Scenario.Status));

    /// <summary>Whether a job that ended so surely comes to the switch, and no label takes it.</summary>
    private bool IsMissed(SwitchRun run, IEnumerable<SwitchRun> all) =>
        run.Asked.Any(a => !a.State.IsUnsure && Tells(a.Value) && IsOfJob(a.Value, run, all))
        && !IsTaken(run, run.Scenario.Monitor)
        && run.Asked.Where(static a => Tells(a.Value)).All(a => Labels.Take(_context, run.Scenario, a.Value, a.State) == false);

    // The compiler's graph evaluates parts of the value on the way to it, of which nothing is known.
    private static bool Tells(FlowValue value) => !value.IsUnknown && value.Atoms.Length > 0;

    /// <summary>A constant that is another one under another assumption comes from the job: its state, or its status in upper case.</summary>
    private static bool IsOfJob(FlowValue value, SwitchRun run, IEnumerable<SwitchRun> all) =>
        value.TellsOfJob || all.Any(r => r != run && r.Asked.Any(a => Tells(a.Value) && !a.Value.Equals(value)));

    /// <summary>The ending as a label would say it; <see langword="null"/> where none can.</summary>
    private string? NameOf(SwitchRun run)
    {
        Scenario scenario = run.Scenario;
        if (Labels.AreStates || scenario.Monitor is null)
        {
            return scenario.Ending == JobEnding.Success ? "Succeeded" : "Failed";
        }

        // In upper case, or the name of an enum's member.
        if (run.Asked.All(static a => !a.Value.TellsOfJob) && run.Asked.SelectMany(static a => a.Value.Atoms).Select(static a => a.Content).OfType<string>().LastOrDefault() is { } text)
        {
            return text;
        }

        ITypeSymbol? type = MemberPath.Unwrap(Switch.Value.Type);
        return type is { TypeKind: TypeKind.Enum } && EnumText.MemberFor(type, scenario.Status, _body.Contract) is null ? null : scenario.Status;
    }

    /// <summary>Whether code around names the ending: a caller may have left with it before.</summary>
    private bool IsNamedElsewhere(string ending)
    {
        SyntaxNode type = Switch.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? Switch.Syntax.SyntaxTree.GetRoot(_body.CancellationToken);
        return type.DescendantTokens().Any(t => !Switch.Syntax.Span.Contains(t.Span) && string.Equals(t.ValueText, ending, StringComparison.OrdinalIgnoreCase));
    }
}
