using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>
/// A loop taken apart: one that asks for one job, pauses, tells of progress, leaves on success, and throws on failure. Any
/// other is not taken apart, because replacing it would change what the code does.
/// </summary>
internal sealed class LoopParts
{
    private readonly PollingLoop _loop;
    private readonly SemanticModel _model;
    private readonly FlowContext _context;
    private readonly CancellationToken _cancellationToken;
    private readonly List<(ILocalSymbol Local, FlowValue Value)> _locals = [];

    private LoopParts(WaitingBody body, PollingLoop loop, SemanticModel model, ContractCall call, JobVariable? job)
    {
        _loop = loop;
        _model = model;
        _context = body.Flow!;
        _cancellationToken = body.CancellationToken;
        Call = call;
        Job = job;
        if (job is not null)
        {
            _locals.Add((job.Local, job.ValueIn(loop.Monitor)));
        }
    }

    /// <summary>The only status call.</summary>
    internal ContractCall Call { get; }

    /// <summary>What its answer is kept in.</summary>
    internal JobVariable? Job { get; }

    /// <summary>Locals of the loop that hold the status.</summary>
    internal List<ILocalSymbol> StatusLocals { get; } = [];

    /// <summary>Statements that only tell how far the job is.</summary>
    internal List<ExpressionStatementSyntax> Progress { get; } = [];

    /// <summary>What is done on success before the loop is left.</summary>
    internal List<StatementSyntax> OnSuccess { get; } = [];

    internal static LoopParts? Of(WaitingBody body, PollingLoop loop)
    {
        ContractCall[] calls = body.Calls.Where(c => loop.Place.Span.Contains(c.Call.Syntax.Span)).ToArray();
        if (loop.AsksForMany || calls.Length != 1 || body.Root.SemanticModel is not { } model || !IsDirect(calls[0].Call, loop))
        {
            return null;
        }

        JobVariable? job = JobVariable.Of(calls[0]);
        var parts = new LoopParts(body, loop, model, calls[0], job);
        (ExpressionSyntax? condition, StatementSyntax? statement) = loop.Place.Statement switch
        {
            WhileStatementSyntax w => (w.Condition, w.Statement),
            DoStatementSyntax d => (d.Condition, d.Statement),
            ForStatementSyntax { Declaration: null, Initializers.Count: 0, Incrementors.Count: 0 } f => (f.Condition, f.Statement),
            _ => (null, null),
        };
        return statement is not null
            && parts.Take(statement)
            && (condition is null || parts.StaysUntilSuccess(condition))
            ? parts
            : null;
    }

    // A token that is passed on in the loop throws there, as it does in the wait; that it is tested as well changes nothing.
    private ConditionJudge Judge => new(_context, _loop.Monitor, _locals, _loop.Operations().OfType<IInvocationOperation>().Any(static i => TokenInScope.GivenTo(i) is not null));

    private static bool IsDirect(IOperation call, PollingLoop loop)
    {
        for (IOperation? outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Syntax == loop.Place.Statement)
            {
                return true;
            }

            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return false;
    }

    private bool StaysUntilSuccess(ExpressionSyntax condition)
    {
        if (condition.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            return true;
        }

        return _model.GetOperation(condition, _cancellationToken) is { } operation
            && Judge.WhileRunning(operation) == true
            && Judge.OnFailure(operation) == true
            && (Judge.OnSuccess(operation) == false || LeavesByToken(condition) || operation is IAwaitOperation);
    }

    // while (!stop.IsCancellationRequested), left from inside.
    private static bool LeavesByToken(ExpressionSyntax condition) => condition is PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } };

    private bool Take(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                return block.Statements.All(Take);
            case EmptyStatementSyntax:
                return true;
            case IfStatementSyntax branch:
                return TakeBranch(branch);
            case LocalDeclarationStatementSyntax declaration:
                return declaration == Job?.Statement || TakeStatus(declaration);
            case ExpressionStatementSyntax expression:
                return expression == Job?.Statement || IsUpdate(expression) || IsPause(expression) || TakeProgress(expression);
            default:
                return false;
        }
    }

    private bool IsUpdate(ExpressionStatementSyntax statement) => Call.Role == CallRole.Update && statement.Span.Contains(Call.Call.Syntax.Span) && statement.Expression is AwaitExpressionSyntax;

    private bool TakeBranch(IfStatementSyntax branch)
    {
        if (_model.GetOperation(branch.Condition, _cancellationToken) is not { } condition
            || Judge.WhileRunning(condition) != false
            || !Judge.IsKnownForFailures(condition)
            || (branch.Else is { Statement: var otherwise } && !Take(otherwise)))
        {
            return false;
        }

        StatementSyntax[] statements = branch.Statement is BlockSyntax block ? block.Statements.ToArray() : [branch.Statement];
        if (statements.Length == 0)
        {
            return false;
        }

        StatementSyntax last = statements[statements.Length - 1];
        if (Judge.OnSuccess(condition) == false)
        {
            // On failure the wait throws too.
            return last is ThrowStatementSyntax && statements.Take(statements.Length - 1).All(IsTelling);
        }

        if (Judge.OnSuccess(condition) != true || Judge.OnFailure(condition) != false || OnSuccess.Count > 0)
        {
            return false;
        }

        OnSuccess.AddRange(last is BreakStatementSyntax ? statements.Take(statements.Length - 1) : statements);
        return last is BreakStatementSyntax or ReturnStatementSyntax
            && OnSuccess.All(s => !s.DescendantNodesAndSelf().Any(static n => n is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax));
    }

    /// <summary>A local that gets the status of the job's local.</summary>
    private bool TakeStatus(LocalDeclarationStatementSyntax declaration)
    {
        if (declaration.Declaration.Variables is not [{ Initializer.Value: { } value } variable]
            || Job is null
            || _model.GetDeclaredSymbol(variable, _cancellationToken) is not ILocalSymbol local
            || _model.GetOperation(value, _cancellationToken) is not { } operation
            || !IsStatusOf(operation))
        {
            return false;
        }

        _locals.Add((local, FlowValue.Of(Atom.Status(_loop.Monitor))));
        StatusLocals.Add(local);
        return true;
    }

    private bool IsStatusOf(IOperation operation)
    {
        var state = new FlowState();
        foreach ((ILocalSymbol local, FlowValue value) in _locals)
        {
            state.Set(local, value);
        }

        return new Evaluator(_context, Scenario.Running(_loop.Monitor), new FlowOptions { StartsInTheMiddle = true }).Evaluate(operation, state).Atoms is [{ Kind: AtomKind.Status }];
    }

    private bool IsPause(ExpressionStatementSyntax statement)
    {
        IOperation? operation = (_model.GetOperation(statement, _cancellationToken) as IExpressionStatementOperation)?.Operation;
        operation = operation is IAwaitOperation awaited ? awaited.Operation : operation;
        while (operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
        {
            operation = inner;
        }

        return operation is IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep" or "WaitForNextTickAsync", ContainingType.Name: "Task" or "Thread" or "TimeProviderTaskExtensions" or "PeriodicTimer" } };
    }

    private bool TakeProgress(ExpressionStatementSyntax statement)
    {
        if (!IsTelling(statement))
        {
            return false;
        }

        Progress.Add(statement);
        return true;
    }

    private bool IsTelling(StatementSyntax statement)
    {
        IOperation? operation = (_model.GetOperation(statement, _cancellationToken) as IExpressionStatementOperation)?.Operation;
        IInvocationOperation? call = operation as IInvocationOperation ?? (operation as IConditionalAccessOperation)?.WhenNotNull as IInvocationOperation;
        return call is not null
            && (InertCalls.Contains(call.TargetMethod) || (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && InertCalls.IsProgress(Decision.VariableOf(call.Instance))))
            && !call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal)
            && !operation!.Descendants().Any(static o => o is IAwaitOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IDeclarationExpressionOperation);
    }
}
