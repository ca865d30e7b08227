using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Puts a wait in place of the call that a job came from: the start that waits, or a wait on the handle. Only where that is
/// the job's only origin, and gives the same type.
/// </summary>
internal sealed class WaitFirst
{
    internal const string Wait = "WaitForCompletionAsync";

    private const string Key = "WaitFirst";

    // Longer ways from a call to the use of what it gave are not written by people.
    private const int MaxSteps = 16;

    private readonly WaitingBody _body;
    private readonly SemanticModel _model;
    private readonly ContractCall _call;
    private readonly InvocationExpressionSyntax _syntax;
    private readonly SimpleNameSyntax _name;

    private WaitFirst(WaitingBody body, SemanticModel model, ContractCall call, InvocationExpressionSyntax syntax, SimpleNameSyntax name)
    {
        _body = body;
        _model = model;
        _call = call;
        _syntax = syntax;
        _name = name;
    }

    /// <summary>The edit for a member of a job.</summary>
    /// <returns><see langword="null"/> where the job has more than one origin, or no wait is generated for it.</returns>
    internal static CodeEdit? Of(WaitingBody body, IMemberReferenceOperation read)
    {
        IOperation? origin = read.Instance;
        for (int step = 0; step < MaxSteps && origin is not null; step++)
        {
            if (origin is IInvocationOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } syntax } call
                && CallRoles.Of(body.Contract, call) is { Role: CallRole.Start or CallRole.Status or CallRole.Update } known)
            {
                return body.Root.SemanticModel is { } model && syntax.SyntaxTree == read.Syntax.SyntaxTree
                    ? new WaitFirst(body, model, known, syntax, name).Create()
                    : null;
            }

            origin = Before(origin, body.CancellationToken);
        }

        return null;
    }

    private static IOperation? Before(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        IConversionOperation conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IAwaitOperation awaited => awaited.Operation,
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" } } result => result.Instance,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } step => step.Instance,
        IConditionalAccessInstanceOperation instance => Whole(instance)?.Operation,
        ILocalReferenceOperation local => LocalValues.OnlyOperation(local, cancellationToken),
        _ => null,
    };

    private static IConditionalAccessOperation? Whole(IConditionalAccessInstanceOperation instance)
    {
        IOperation inner = instance;
        while (inner.Parent is { } outer)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access;
            }

            inner = outer;
        }

        return null;
    }

    private CodeEdit? Create()
    {
        // In a loop that polls, the loop is what has to go.
        if (_body.Loops.Any(l => l.Place.Span.Contains(_syntax.Span)))
        {
            return null;
        }

        return _call.Role switch
        {
            CallRole.Start => OfStart(),
            CallRole.Status => OfStatus(),
            _ => OfUpdate(),
        };
    }

    private CodeEdit? OfStart()
    {
        string name = _call.Start!.Name + "AndWaitAsync";
        return Candidates(name).FirstOrDefault(TakesTheSame) is { } target && Renamed(name, target) is { } changes ? Edit(name, changes) : null;
    }

    private CodeEdit? OfUpdate() =>
        CallSite.Receiver(_call.Call)?.Type is { } handle && WaitOf(handle) is { } target && Renamed(Wait, target) is { } changes ? Edit(Wait, changes) : null;

    private CodeEdit? OfStatus()
    {
        IArgumentOperation[] given = Given().ToArray();
        IArgumentOperation? id = given.FirstOrDefault(a => a.Parameter?.Name == _call.Monitor!.IdParameter);
        string resume = "Resume" + _call.Monitor!.Name;
        if (id is not { Parameter.Type.SpecialType: SpecialType.System_String, Syntax: ArgumentSyntax { Expression: var idSyntax } }
            || given.Any(a => a != id && !IsToken(a.Parameter))
            || Candidates(resume).FirstOrDefault(static m => m.Parameters is [{ Type.SpecialType: SpecialType.System_String }]) is not { } target
            || WaitOf(target.ReturnType) is not { } wait
            || HasComments(_syntax.ArgumentList))
        {
            return null;
        }

        string token = given.FirstOrDefault(static a => IsToken(a.Parameter)) is { Syntax: ArgumentSyntax argument } ? $"{TokenOf(wait)}: {argument.Expression}" : "";
        return Edit(Wait, [new TextChange(TextSpan.FromBounds(_name.SpanStart, _syntax.Span.End), $"{resume}({idSyntax}).{Wait}({token})")]);
    }

    private static CodeEdit Edit(string name, IEnumerable<TextChange> changes) => new(Key, $"Wait first with {name}", changes);

    /// <summary>The same call by another name; a token that stood in its place is named now.</summary>
    private IEnumerable<TextChange>? Renamed(string name, IMethodSymbol target)
    {
        var changes = new List<TextChange> { new(_name.Span, name) };
        foreach (IArgumentOperation token in Given().Where(static a => IsToken(a.Parameter)))
        {
            if (token.Syntax is not ArgumentSyntax argument)
            {
                return null;
            }

            changes.Add(argument.NameColon is { } colon
                ? new TextChange(colon.Name.Span, TokenOf(target))
                : new TextChange(new TextSpan(argument.SpanStart, 0), TokenOf(target) + ": "));
        }

        return changes;
    }

    private IEnumerable<IMethodSymbol> Candidates(string name) => CallSite.Receiver(_call.Call)?.Type is { } receiver
        ? _model.LookupSymbols(_syntax.SpanStart, receiver, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>()
        : [];

    private bool TakesTheSame(IMethodSymbol target) =>
        SymbolEqualityComparer.Default.Equals(target.ReturnType, _call.Call.TargetMethod.ReturnType)
        && target.Parameters.Any(IsToken)
        && Given().All(a => IsToken(a.Parameter) || target.Parameters.Any(p => p.Name == a.Parameter!.Name
            && SymbolEqualityComparer.Default.Equals(p.Type, a.Parameter.Type)
            && (a.Syntax is ArgumentSyntax { NameColon: not null } || p.Ordinal == a.Parameter.Ordinal)));

    /// <summary>The handle's wait, where it gives what the call gives.</summary>
    private IMethodSymbol? WaitOf(ITypeSymbol handle)
    {
        for (ITypeSymbol? level = handle; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(Wait).OfType<IMethodSymbol>().FirstOrDefault() is { } wait)
            {
                return SymbolEqualityComparer.Default.Equals(wait.ReturnType, _call.Call.TargetMethod.ReturnType) && wait.Parameters.Any(IsToken) ? wait : null;
            }
        }

        return null;
    }

    private IEnumerable<IArgumentOperation> Given() => _call.Call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue);

    private static string TokenOf(IMethodSymbol method) => method.Parameters.First(IsToken).Name;

    private static bool IsToken(IParameterSymbol? parameter) => parameter?.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    private static bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
