using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>What can be done about a dropped start. Whether the result compiles is for the fixer to see.</summary>
internal sealed class StartMendings
{
    private readonly WaitingBody _body;
    private readonly IInvocationOperation _start;
    private readonly StartContract _contract;
    private readonly Fate _fate;

    internal StartMendings(WaitingBody body, IInvocationOperation start, StartContract contract, Fate fate)
    {
        _body = body;
        _start = start;
        _contract = contract;
        _fate = fate;
        WaitForm = FindWaitForm();
    }

    /// <summary>The <c>…AndWaitAsync</c> form that can be called where the start is.</summary>
    internal IMethodSymbol? WaitForm { get; }

    /// <summary>The mendings, the best first.</summary>
    internal IEnumerable<CodeEdit?> Edits() => [ReturnResult(), UseWaitForm()];

    private IMethodSymbol? FindWaitForm()
    {
        string name = _contract.Name + "AndWaitAsync";
        if (_contract.Client is not { } client)
        {
            return null;
        }

        // Beside the generated start; for a raw one, in the client's namespace, where the generator puts both.
        IEnumerable<INamedTypeSymbol> places = _contract.IsGenerated
            ? [_start.TargetMethod.ContainingType]
            : client.ContainingNamespace.GetTypeMembers().Where(static t => t.MightContainExtensionMethods);
        IMethodSymbol? form = places.SelectMany(p => p.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(static m => m is { IsExtensionMethod: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal });
        return form is null || IsWrittenAsStatic() ? form : form.ReduceExtensionMethod(CallSite.Receiver(_start)?.Type ?? _start.TargetMethod.ContainingType);
    }

    // VideoApiOperationExtensions.StartUploadAsync(api, request)
    private bool IsWrittenAsStatic() => _start is { Instance: null, TargetMethod.IsExtensionMethod: true }
        && _start.Arguments.Any(a => a.Parameter?.Ordinal == 0 && a.Syntax is ArgumentSyntax);

    private CodeEdit? UseWaitForm()
    {
        if (_fate.IsRaced || WaitForm is not { } form || _start.Syntax is not InvocationExpressionSyntax call || NameOf(call) is not { } name || Arguments(call, form) is not { } arguments)
        {
            return null;
        }

        var changes = new List<TextChange>(arguments) { new(name.Span, form.Name) };
        if (name.Parent is IdentifierNameSyntax simple && simple == call.Expression)
        {
            // Inside the client itself: an extension method needs something to be called on.
            changes.Add(new TextChange(new TextSpan(name.SpanStart, 0), "this."));
        }

        string before = "";
        if (!_fate.IsAwaited)
        {
            if (_fate.Place is null || !MayAwait(_fate.Place) || !IsTaskOfCall(_fate.Place))
            {
                return null;
            }

            before = "await ";
        }

        if (RoomFor((form.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()) is { } room)
        {
            before = "return " + before;
            changes.AddRange(room);
        }

        if (before.Length > 0)
        {
            changes.Add(new TextChange(new TextSpan(_fate.Place!.Syntax.SpanStart, 0), before));
        }

        if (TypeThatChanges(form) is { } type)
        {
            changes.Add(new TextChange(type.Span, "var"));
        }

        return new CodeEdit("WaitForm", $"Use {form.Name}", changes);
    }

    private static SyntaxToken? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        _ => null,
    };

    /// <summary>Names for the arguments that get another position; <see langword="null"/> where one has no parameter any more.</summary>
    private List<TextChange>? Arguments(InvocationExpressionSyntax call, IMethodSymbol form)
    {
        var changes = new List<TextChange>();
        bool inPosition = true;
        for (int i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[i];
            if (_start.Arguments.FirstOrDefault(a => a.Syntax == argument)?.Parameter is not { IsParams: false } parameter
                || form.Parameters.FirstOrDefault(p => p.Name == NameInContract(parameter)) is not { } target
                || (argument.NameColon is { Name.Identifier.ValueText: var written } && written != target.Name))
            {
                return null;
            }

            inPosition &= form.Parameters.IndexOf(target) == i;
            if (!inPosition && argument.NameColon is null)
            {
                string escaped = SyntaxFacts.GetKeywordKind(target.Name) != SyntaxKind.None ? "@" + target.Name : target.Name;
                changes.Add(new TextChange(new TextSpan(argument.SpanStart, 0), escaped + ": "));
            }
        }

        return changes;
    }

    // An implementation may have renamed it.
    private string NameInContract(IParameterSymbol parameter) =>
        !_contract.IsGenerated && parameter.Ordinal < _contract.Method.Parameters.Length ? _contract.Method.Parameters[parameter.Ordinal].Name : parameter.Name;

    private bool MayAwait(IOperation place) => BodyUses.FunctionAround(place) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol.IsAsync,
        ILocalFunctionOperation function => function.Symbol.IsAsync,
        _ => _body.Owner is IMethodSymbol { IsAsync: true } || _body.Root.Syntax is CompilationUnitSyntax,
    };

    private static bool IsTaskOfCall(IOperation place) => place is IInvocationOperation { Syntax: InvocationExpressionSyntax, Type: { } type } && TaskTypes.IsTask(type);

    /// <summary>The written type of a local that nobody reads, where the other form gives something else.</summary>
    private TypeSyntax? TypeThatChanges(IMethodSymbol form)
    {
        if (_fate.Local is null
            || _fate.Place?.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type.IsVar: false } declaration } }
            || SymbolEqualityComparer.Default.Equals(form.ReturnType, _start.TargetMethod.ReturnType))
        {
            return null;
        }

        return declaration.Type;
    }

    private CodeEdit? ReturnResult()
    {
        if (RoomFor(_fate.Place?.Type) is not { } room)
        {
            return null;
        }

        return new CodeEdit("Return", "Return the result", [new TextChange(new TextSpan(_fate.Place!.Syntax.SpanStart, 0), "return "), .. room]);
    }

    /// <summary>
    /// What has to go where a result of that type is returned by the statement: nothing where the method ends with it, the
    /// return of nothing that follows it; <see langword="null"/> where it cannot be returned.
    /// </summary>
    private IReadOnlyList<TextChange>? RoomFor(ITypeSymbol? type)
    {
        if (_fate is not { Reason: DropReason.ThrownAway, Place: { Parent: IExpressionStatementOperation { Syntax: ExpressionStatementSyntax, Parent: IBlockOperation block } statement } place }
            || block.Parent is not (IMethodBodyOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            || !Fits(type, place))
        {
            return null;
        }

        return block.Operations.Skip(block.Operations.IndexOf(statement) + 1).Where(static o => !o.IsImplicit && o is not ILocalFunctionOperation).ToArray() switch
        {
            [] => [],
            [IReturnOperation { Syntax: ReturnStatementSyntax nothing, ReturnedValue: { } returned }] when IsNothing(returned) => [new TextChange(WithoutComments(nothing), "")],
            _ => null,
        };
    }

    /// <summary>The statement with its lines, as far as no comment is on them.</summary>
    private static TextSpan WithoutComments(StatementSyntax statement)
    {
        SyntaxTriviaList before = statement.GetLeadingTrivia();
        int start = !HasComment(before) ? statement.FullSpan.Start : before.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? before.Last().SpanStart : statement.SpanStart;
        return TextSpan.FromBounds(start, HasComment(statement.GetTrailingTrivia()) ? statement.Span.End : statement.FullSpan.End);
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));

    private bool Fits(ITypeSymbol? type, IOperation place)
    {
        IMethodSymbol? function = BodyUses.FunctionAround(place) switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => _body.Owner as IMethodSymbol,
        };
        ITypeSymbol? returned = function is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 1 } task } ? task.TypeArguments[0] : function is { IsAsync: false } ? function.ReturnType : null;
        return returned is { SpecialType: not SpecialType.System_Object and not SpecialType.System_Void }
            && type is not null
            && _start.SemanticModel?.Compilation.ClassifyCommonConversion(type, returned) is { IsImplicit: true, IsUserDefined: false };
    }

    private static bool IsNothing(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } };
    }
}
