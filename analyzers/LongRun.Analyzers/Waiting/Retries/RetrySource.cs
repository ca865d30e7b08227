using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>
/// Looks where a policy or pipeline was made: in the same member, or in what the same type says of a field, property or
/// method. By name: the parts of a type lie in several files, and order plays no part.
/// </summary>
internal sealed class RetrySource
{
    private static readonly string[] RetryCalls =
    [
        "AddRetry", "RetryAsync", "WaitAndRetryAsync", "RetryForeverAsync", "WaitAndRetryForeverAsync", "Retry", "WaitAndRetry", "RetryForever", "WaitAndRetryForever",
    ];

    private static readonly string[] Registrations = ["AddResiliencePipeline", "TryAddBuilder", "GetOrAddPipeline", "Add"];

    private readonly HarmlessRetries _harmless;
    private readonly HashSet<(SyntaxNode, string)> _asked = [];
    private IReadOnlyList<SyntaxNode> _type;

    internal RetrySource(WaitingBody body, HarmlessFailures harmless)
    {
        _harmless = new HarmlessRetries(harmless, body.Root.SemanticModel);
        _type = PartsOf(body.Owner.ContainingType);
    }

    /// <summary>What can be seen of the retry of what runs a delegate.</summary>
    internal RetryVisibility Find(IOperation runner)
    {
        if (runner is IMemberReferenceOperation { Member: var member } && !member.DeclaringSyntaxReferences.IsEmpty)
        {
            _type = PartsOf(member.ContainingType);
            return OfMember(member.Name);
        }

        return runner.Syntax is ExpressionSyntax expression ? OfExpression(expression) : RetryVisibility.None;
    }

    /// <summary>What can be seen of the retry of what runs a method of the type: <c>pipeline.ExecuteAsync(UploadAsync)</c>.</summary>
    internal RetryVisibility FindRunnerOf(string method) => _type
        .SelectMany(CallsIn)
        .Where(call => NameOf(call)?.StartsWith("Execute", StringComparison.Ordinal) == true && call.ArgumentList.Arguments.Any(a => (a.Expression as IdentifierNameSyntax)?.Identifier.ValueText == method))
        .Select(static call => (call.Expression as MemberAccessExpressionSyntax)?.Expression)
        .Aggregate(RetryVisibility.None, (worst, runner) => runner is null ? worst : Worse(worst, OfExpression(runner)));

    private static IReadOnlyList<SyntaxNode> PartsOf(INamedTypeSymbol? type) => type?.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).ToArray() ?? [];

    private RetryVisibility OfExpression(SyntaxNode expression)
    {
        RetryVisibility found = RetryVisibility.None;
        foreach (InvocationExpressionSyntax call in CallsIn(expression))
        {
            if (RetryCalls.Contains(NameOf(call)))
            {
                found = Worse(found, _harmless.Judge(call));
            }
            else if (NameOf(call) is "GetPipeline" or "Get" && KeyOf(call) is { } key)
            {
                found = Worse(found, OfRegistration(key));
            }
        }

        return found != RetryVisibility.None ? found : expression.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax)
            .OfType<IdentifierNameSyntax>()
            .Where(IsOwnName)
            .Aggregate(found, (worst, name) => Worse(worst, OfName(name.Identifier.ValueText, MemberAround(name))));
    }

    private RetryVisibility OfName(string name, SyntaxNode scope)
    {
        if (!_asked.Add((scope, name)))
        {
            return RetryVisibility.None;
        }

        VariableDeclaratorSyntax[] locals = scope.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Identifier.ValueText == name && v.Parent?.Parent is not BaseFieldDeclarationSyntax).ToArray();
        if (locals.Length == 0)
        {
            return OfMember(name);
        }

        RetryVisibility found = RetryVisibility.None;
        foreach (VariableDeclaratorSyntax local in locals)
        {
            found = local.Initializer is { Value: var value } ? Worse(found, OfExpression(value)) : found;
        }

        // builder.AddRetry(…); where the builder is a local.
        foreach (InvocationExpressionSyntax call in CallsIn(scope))
        {
            if (RetryCalls.Contains(NameOf(call)) && RootOf(call) == name)
            {
                found = Worse(found, _harmless.Judge(call));
            }
        }

        return Worse(found, OfAssignments(scope, name));
    }

    private RetryVisibility OfMember(string name)
    {
        RetryVisibility found = RetryVisibility.None;
        foreach (SyntaxNode part in _type.Where(part => _asked.Add((part, name))))
        {
            foreach (SyntaxNode node in part.DescendantNodes())
            {
                SyntaxNode? value = node switch
                {
                    VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field when field.Identifier.ValueText == name => field.Initializer,
                    PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property,
                    MethodDeclarationSyntax method when method.Identifier.ValueText == name => method,
                    LocalFunctionStatementSyntax method when method.Identifier.ValueText == name => method,
                    _ => null,
                };
                found = value is null ? found : Worse(found, OfExpression(value));
            }

            found = Worse(found, OfAssignments(part, name));
        }

        return found;
    }

    private RetryVisibility OfAssignments(SyntaxNode scope, string name) => scope.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Where(a => a.Parent is not InitializerExpressionSyntax && (a.Left as IdentifierNameSyntax ?? (a.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == name)
        .Aggregate(RetryVisibility.None, (worst, assignment) => Worse(worst, OfExpression(assignment.Right)));

    // services.AddResiliencePipeline("uploads", builder => builder.AddRetry(…));
    private RetryVisibility OfRegistration(string key) => _type
        .SelectMany(CallsIn)
        .Where(call => Registrations.Contains(NameOf(call)) && KeyOf(call) == key)
        .Aggregate(RetryVisibility.None, (worst, call) => Worse(worst, OfExpression(call.ArgumentList)));

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>();

    private static RetryVisibility Worse(RetryVisibility one, RetryVisibility other) => one > other ? one : other;

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static string? KeyOf(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [{ Expression: var key }, ..] && key is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? key.ToString() : null;

    /// <summary>What the chain of calls begins with.</summary>
    private static string? RootOf(InvocationExpressionSyntax call)
    {
        ExpressionSyntax root = call;
        while (true)
        {
            switch (root)
            {
                case InvocationExpressionSyntax inner:
                    root = inner.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    root = access.Expression;
                    break;
                default:
                    return (root as IdentifierNameSyntax)?.Identifier.ValueText;
            }
        }
    }

    private static bool IsOwnName(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name || access.Expression is ThisExpressionSyntax,
        NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private static SyntaxNode MemberAround(SyntaxNode node)
    {
        SyntaxNode scope = node;
        while (scope.Parent is { } outer && (scope is not MemberDeclarationSyntax || scope is GlobalStatementSyntax))
        {
            scope = outer;
        }

        return scope;
    }
}
