using System.Text;
using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>
/// Puts a wait in place of a loop that does nothing but wait. What the loop told in each turn becomes a progress callback, the
/// token is kept, what became unused goes, and comments stay.
/// </summary>
internal sealed class LoopReplacement
{
    /// <summary>Shared by all rules that offer it, so that one click replaces all loops.</summary>
    internal const string Key = "ReplaceLoop";

    private readonly WaitingBody _body;
    private readonly PollingLoop _loop;
    private readonly LoopParts _parts;
    private readonly SemanticModel _model;
    private readonly SourceLayout _layout;
    private readonly StatementSyntax _statement;
    private readonly List<StatementSyntax> _removed = [];

    private LoopReplacement(WaitingBody body, PollingLoop loop, LoopParts parts, SemanticModel model, StatementSyntax statement)
    {
        _body = body;
        _loop = loop;
        _parts = parts;
        _model = model;
        _statement = statement;
        _layout = new SourceLayout(statement.SyntaxTree, body.CancellationToken);
    }

    internal static CodeEdit? Of(WaitingBody body, PollingLoop loop) =>
        loop.Monitor is { } monitor
        && loop.Place.Statement is StatementSyntax statement
        && body.Root.SemanticModel is { } model
        && IsAsync(body, statement, model)
        && LoopParts.Of(body, loop) is { } parts
            ? new LoopReplacement(body, loop, parts, model, statement).Create(monitor)
            : null;

    private CodeEdit? Create(MonitorContract monitor)
    {
        string indent = _layout.IndentOf(_statement.SpanStart);
        string handleName = ProgressCallback.FreeName(_model, _statement.SpanStart, "operation", "waited", "longRunning");
        if (Handle(monitor) is not { } handle || IsStatusUsedLater())
        {
            return null;
        }

        ProgressCallback? progress = null;
        if (_parts.Progress.Count > 0)
        {
            progress = ProgressCallback.Of(_parts, monitor, _model, _layout, indent, _parts.Call.Role == CallRole.Update ? handle : handleName, _statement.Span);
            if (progress is null)
            {
                return null;
            }
        }

        var text = new StringBuilder();
        if (Result() is not { } result)
        {
            return null;
        }

        foreach (string comment in Comments())
        {
            text.Append(comment).Append(_layout.NewLine).Append(indent);
        }

        if (progress is { NeedsHandle: true } && _parts.Call.Role != CallRole.Update)
        {
            text.Append($"var {handleName} = {handle};").Append(_layout.NewLine).Append(indent);
            handle = handleName;
        }

        text.Append($"{result}await {handle}.WaitForCompletionAsync({Arguments(progress)});");
        foreach (StatementSyntax statement in _parts.OnSuccess)
        {
            text.Append(_layout.NewLine).Append(indent).Append(Reindented(statement, indent));
        }

        bool isOne = _parts.OnSuccess.Count == 0 && (progress is not { NeedsHandle: true } || _parts.Call.Role == CallRole.Update);
        if (_statement.Parent is not BlockSyntax and not SwitchSectionSyntax and not GlobalStatementSyntax && !isOne)
        {
            return null;
        }

        RemoveUnused();
        return new CodeEdit(
            Key,
            "Replace the loop by WaitForCompletionAsync",
            _removed.Select(s => new TextChange(_layout.WholeLines(s), "")).Append(new TextChange(_statement.Span, text.ToString())));
    }

    private string? Handle(MonitorContract monitor)
    {
        ContractCall call = _parts.Call;
        if (call.Role == CallRole.Update)
        {
            return CallSite.Receiver(call.Call)?.Syntax.ToString();
        }

        IOperation? client = CallSite.Receiver(call.Call);
        IOperation? id = call.Call.Arguments.FirstOrDefault(a => a.Parameter?.Name == monitor.IdParameter)?.Value;
        if (client?.Type is not { } type || id?.Syntax is not { } idSyntax)
        {
            return null;
        }

        string resume = "Resume" + monitor.Name;
        bool isThere = _model.LookupSymbols(_statement.SpanStart, type, resume, includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .Any(m => m.Parameters is [{ Type.SpecialType: SpecialType.System_String }]
                && SymbolEqualityComparer.Default.Equals(Handles.AnswerOf(m.ReturnType), MemberPath.Awaited(monitor.Method)));
        bool isText = WaitArguments.Plain(id)?.Type?.SpecialType == SpecialType.System_String && id.Type?.SpecialType == SpecialType.System_String;
        ExpressionSyntax? given = idSyntax is ArgumentSyntax argument ? argument.Expression : idSyntax as ExpressionSyntax;
        if (!isThere || !isText || given is null || DependsOnJob(given))
        {
            return null;
        }

        string receiver = client.Syntax is ExpressionSyntax and not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or InvocationExpressionSyntax) ? $"({client.Syntax})" : client.Syntax.ToString();
        return $"{receiver}.{resume}({given})";
    }

    /// <summary>
    /// <c>task = await api.GetTaskAsync(task.Id)</c> needs a job from before the loop; where that is a status call as well, or
    /// nothing, the id has to be said otherwise.
    /// </summary>
    private bool DependsOnJob(ExpressionSyntax id) =>
        _parts.Job is { } job
        && id.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(n).Symbol, job.Local))
        && (Declaration(job.Local) is not { } declaration || IsDroppable(declaration));

    private bool IsStatusUsedLater() => _parts.StatusLocals.Concat(_parts.Job is { IsStatus: true } job ? [job.Local] : [])
        .Any(local => Uses(local).Any(u => !_statement.Span.Contains(u.Span)) || _parts.OnSuccess.Any(s => Uses(local).Any(u => s.Span.Contains(u.Span))));

    /// <summary>What stands before the <c>await</c>: nothing, an assignment, or a declaration.</summary>
    private string? Result()
    {
        if (_parts.Job is not { IsStatus: false } job)
        {
            if (_parts.Job is { } status && Declaration(status.Local) is { } unused && !_statement.Span.Contains(unused.Span))
            {
                _removed.Add(unused);
            }

            return "";
        }

        string name = job.Local.Name;
        StatementSyntax? declaration = Declaration(job.Local);
        bool isUsed = _parts.OnSuccess.Any(s => Uses(job.Local).Any(u => s.Span.Contains(u.Span))) || Uses(job.Local).Any(u => u.SpanStart > _statement.Span.End);
        if (declaration is null)
        {
            return name + " = ";
        }

        if (_statement.Span.Contains(declaration.Span))
        {
            return isUsed ? $"{TypeOf(declaration, job.Local)} {name} = " : "";
        }

        bool isUsedBetween = Uses(job.Local).Any(u => u.SpanStart > declaration.Span.End && u.SpanStart < _statement.SpanStart);
        if (declaration.Parent != _statement.Parent || isUsedBetween || !IsDroppable(declaration))
        {
            return isUsed ? name + " = " : "";
        }

        _removed.Add(declaration);
        return isUsed ? $"{TypeOf(declaration, job.Local)} {name} = " : "";
    }

    private static string TypeOf(StatementSyntax declaration, ILocalSymbol local)
    {
        string type = ((LocalDeclarationStatementSyntax)declaration).Declaration.Type.ToString();
        return local.Type.IsReferenceType ? type.TrimEnd('?') : type;
    }

    /// <summary>Whether a declaration gives nothing that the wait does not give: nothing, null, or the answer of a status call.</summary>
    private bool IsDroppable(StatementSyntax declaration)
    {
        if (declaration is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: var initializer }] })
        {
            return false;
        }

        if (initializer is null)
        {
            return true;
        }

        // The model knows no operation of null!, but of what stands before the mark.
        ExpressionSyntax given = initializer.Value is PostfixUnaryExpressionSyntax { Operand: var operand } ? operand : initializer.Value;
        IOperation? value = WaitArguments.Plain(_model.GetOperation(given, _body.CancellationToken));
        value = value is IAwaitOperation awaited ? awaited.Operation : value;
        while (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
        {
            value = inner;
        }

        return value is { ConstantValue.HasValue: true } or IDefaultValueOperation
            || (value is IInvocationOperation call && _body.Contract.RoleOf(call.TargetMethod) == CallRole.Status && call.Arguments.FirstOrDefault()?.Syntax.ToString() == _parts.Call.Call.Arguments.FirstOrDefault()?.Syntax.ToString());
    }

    private string Arguments(ProgressCallback? progress)
    {
        string? token = TokenInScope.GivenTo(_parts.Call.Call)
            ?? _loop.Operations().OfType<IInvocationOperation>().Select(TokenInScope.GivenTo).FirstOrDefault(static t => t is not null)
            ?? TokenInScope.At(_model, _statement.SpanStart);
        if (progress is null)
        {
            return token is null ? "" : $"cancellationToken: {token}";
        }

        string options = $"new {Qualified("WaitOptions", "LongRun")} {{ Progress = new {Qualified("Progress", "System")}<{Qualified("OperationProgress", "LongRun")}>({progress.Text}) }}";
        return token is null ? options : $"{options}, {token}";
    }

    private string Qualified(string name, string @namespace) =>
        _model.LookupNamespacesAndTypes(_statement.SpanStart, name: name).OfType<INamedTypeSymbol>().Any(t => t.ContainingNamespace?.ToDisplayString() == @namespace) ? name : $"{@namespace}.{name}";

    /// <summary>Locals that only the loop used: a timer, a pause's length.</summary>
    private void RemoveUnused()
    {
        if (_statement.Parent is not BlockSyntax block)
        {
            return;
        }

        foreach (LocalDeclarationStatementSyntax declaration in block.Statements.OfType<LocalDeclarationStatementSyntax>().Where(d => d.SpanStart < _statement.SpanStart && !_removed.Contains(d)))
        {
            if (declaration.Declaration.Variables is [{ Initializer.Value: { } value } variable]
                && _model.GetDeclaredSymbol(variable, _body.CancellationToken) is ILocalSymbol local
                && Uses(local).ToArray() is { Length: > 0 } uses
                && uses.All(u => _statement.Span.Contains(u.Span) && !IsKept(u))
                && HasNoEffect(_model.GetOperation(value, _body.CancellationToken)))
            {
                _removed.Add(declaration);
            }
        }

        foreach (LocalFunctionStatementSyntax function in block.Statements.OfType<LocalFunctionStatementSyntax>())
        {
            if (_model.GetDeclaredSymbol(function, _body.CancellationToken) is { } symbol
                && Uses(symbol).ToArray() is { Length: > 0 } uses
                && uses.All(u => (_statement.Span.Contains(u.Span) && !IsKept(u)) || function.Span.Contains(u.Span)))
            {
                _removed.Add(function);
            }
        }
    }

    private bool IsKept(SyntaxNode use) =>
        _parts.OnSuccess.Cast<SyntaxNode>().Concat(_parts.Progress).Any(s => s.Span.Contains(use.Span)) || _parts.Call.Call.Syntax.Span.Contains(use.Span);

    private static bool HasNoEffect(IOperation? value) => WaitArguments.Plain(value) switch
    {
        { ConstantValue.HasValue: true } or IDefaultValueOperation => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: "TimeSpan" } span => span.Arguments.All(static a => a.Value.ConstantValue.HasValue),
        IObjectCreationOperation { Type.Name: "PeriodicTimer" or "TimeSpan" } creation => creation.Arguments.All(static a => HasNoEffect(a.Value) || a.Value is ILocalReferenceOperation),
        _ => false,
    };

    /// <summary>Comments of what goes, but for those in what is kept.</summary>
    private IEnumerable<string> Comments()
    {
        bool IsGone(SyntaxTrivia t) => !_parts.OnSuccess.Any(s => s.Span.Contains(t.Span)) && !_parts.Progress.Any(s => s.Expression.Span.Contains(t.Span));
        return SourceLayout.Comments(_statement, t => _statement.Span.Contains(t.Span) && IsGone(t));
    }

    private string Reindented(StatementSyntax statement, string indent)
    {
        string old = _layout.IndentOf(statement.SpanStart);
        string[] lines = statement.ToString().Split('\n');
        return string.Join("\n", lines.Select((line, i) => i > 0 && line.StartsWith(old, StringComparison.Ordinal) ? indent + line.Substring(old.Length) : line));
    }

    private IEnumerable<IdentifierNameSyntax> Uses(ISymbol local) => _body.Root.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(n, _body.CancellationToken).Symbol, local));

    private StatementSyntax? Declaration(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(_body.CancellationToken) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } ? statement : null;

    private static bool IsAsync(WaitingBody body, SyntaxNode node, SemanticModel model) => EnclosingFunction.IsAsync(model, node, body.Owner);
}
