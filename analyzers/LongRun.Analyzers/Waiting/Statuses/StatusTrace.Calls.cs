using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <content>Lambdas, local functions, and what LINQ hands from one to the next.</content>
internal sealed partial class StatusTrace
{
    private static readonly string[] OneItem =
    [
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "Find",
    ];

    private static readonly string[] SameItems =
    [
        "Where", "ToList", "ToArray", "ToHashSet", "AsEnumerable", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending",
        "Distinct", "Reverse", "Take", "TakeLast", "TakeWhile", "Skip", "SkipLast", "SkipWhile", "FindAll", "AsReadOnly", "AsParallel", "ToImmutableArray", "ToImmutableList", "WhenAll",
    ];

    private static readonly string[] ItemByItem =
    [
        "Where", "Select", "Any", "All", "Count", "LongCount", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "TakeWhile", "SkipWhile",
        "OrderBy", "OrderByDescending", "GroupBy", "ToDictionary", "ToLookup", "Sum", "Find", "FindAll", "FindIndex", "FindLast", "Exists", "TrueForAll", "RemoveAll", "RemoveWhere", "ForEach",
    ];

    private IReadOnlyList<Subject?>? ResultsOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return LocalFunction(method)?.Body is { } body ? Returned(body) : null;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return call.Instance is ILocalReferenceOperation { Local: var local } && LambdaIn(local) is { } lambda ? Returned(lambda.Body) : null;
        }

        if (method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" or "GetValueOrDefault" && call.Instance is { } instance)
        {
            return [Subject.Of(instance)];
        }

        if (method is { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } && call.Arguments is [var result])
        {
            return [Subject.Of(result.Value)];
        }

        return IsOfCollection(method) && OneItem.Contains(method.Name) && CollectionOf(call) is { } collection ? [new Subject.Item(Subject.Of(collection))] : null;
    }

    private IReadOnlyList<Subject?>? ItemsOf(IOperation operation)
    {
        switch (operation)
        {
            case { Syntax: CollectionExpressionSyntax expression }:
                return expression.Elements.Select(e => e is ExpressionElementSyntax { Expression: var item } && operation.SemanticModel?.GetOperation(item, _cancellationToken) is { } one ? Subject.Of(one) : null).ToArray();
            case IConversionOperation conversion:
                return [new Subject.Item(Subject.Of(conversion.Operand))];
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                return elements.Select(static e => (Subject?)Subject.Of(e)).ToArray();
            case IInvocationOperation call when IsOfCollection(call.TargetMethod) || call.TargetMethod is { Name: "WhenAll", ContainingType.Name: "Task" }:
                return ItemsOfCall(call);
            default:
                return SourcesOf(operation)?.Select(static s => s is null ? null : new Subject.Item(s)).ToArray();
        }
    }

    private IReadOnlyList<Subject?>? ItemsOfCall(IInvocationOperation call)
    {
        if (CollectionOf(call) is not { } collection)
        {
            return null;
        }

        if (SameItems.Contains(call.TargetMethod.Name))
        {
            return [new Subject.Item(Subject.Of(collection))];
        }

        if (call.TargetMethod.Name != "Select" || call.Arguments.Length != 2 || call.Arguments[1].Value is not IDelegateCreationOperation { Target: var target })
        {
            return null;
        }

        return target switch
        {
            IAnonymousFunctionOperation lambda => Returned(lambda.Body),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } when LocalFunction(method)?.Body is { } body => Returned(body),
            _ => null,
        };
    }

    /// <summary>What a parameter of a lambda or local function gets; of any other, nobody knows.</summary>
    private IReadOnlyList<Subject?>? ArgumentsOf(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (parameter.RefKind != RefKind.None || IsWritten(parameter) || parameter.ContainingSymbol is not IMethodSymbol function)
        {
            return null;
        }

        if (function.MethodKind == MethodKind.LocalFunction)
        {
            return _root.Descendants()
                .Where(o => (o is IInvocationOperation call && IsSame(call.TargetMethod, function)) || (o is IMethodReferenceOperation use && IsSame(use.Method, function)))
                .Select(o => o is IInvocationOperation call ? Argument(call, parameter) : GivenTo(o, parameter))
                .ToArray();
        }

        IOperation? lambda = reference;
        while (lambda is not null && !(lambda is IAnonymousFunctionOperation anonymous && SymbolEqualityComparer.Default.Equals(anonymous.Symbol, function)))
        {
            lambda = lambda.Parent;
        }

        if (lambda is null)
        {
            return null;
        }

        return Declarator(lambda) is { } local
            ? _root.Descendants().OfType<ILocalReferenceOperation>()
                .Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local))
                .Select(r => r.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == r ? Argument(call, parameter) : GivenTo(r, parameter))
                .ToArray()
            : [GivenTo(lambda, parameter)];
    }

    private static Subject? Argument(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument ? Subject.Of(argument.Value) : null;

    /// <summary>What a delegate's parameter gets where the delegate is given to LINQ or to a method of a list: an item.</summary>
    private static Subject? GivenTo(IOperation function, IParameterSymbol parameter)
    {
        IOperation? outer = function.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation)
        {
            outer = outer.Parent;
        }

        return outer is IArgumentOperation { Parent: IInvocationOperation call } argument
            && parameter.Ordinal == 0
            && IsOfCollection(call.TargetMethod)
            && ItemByItem.Contains(call.TargetMethod.Name)
            && argument.Parameter?.Ordinal == (call.Instance is null ? 1 : 0)
            && CollectionOf(call) is { } collection
                ? new Subject.Item(Subject.Of(collection))
                : null;
    }

    // The first argument of an extension, or of a method of Array.
    private static IOperation? CollectionOf(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    private bool IsWritten(IParameterSymbol parameter) => _root.Descendants().Any(o =>
        o is IAssignmentOperation { Target: IParameterReferenceOperation { Parameter: var written } } && SymbolEqualityComparer.Default.Equals(written, parameter));

    private ILocalFunctionOperation? LocalFunction(IMethodSymbol method) =>
        _root.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(f => IsSame(method, f.Symbol));

    /// <summary>The lambda that a local holds, where it holds no other.</summary>
    private IAnonymousFunctionOperation? LambdaIn(ILocalSymbol local) =>
        LocalWrites.In(_root).Of(local) is [Subject.Expression { Operation: IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } }] ? lambda : null;

    private static ILocalSymbol? Declarator(IOperation lambda)
    {
        IOperation? outer = lambda.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IVariableInitializerOperation)
        {
            outer = outer.Parent;
        }

        return (outer as IVariableDeclaratorOperation)?.Symbol;
    }

    private static Subject?[] Returned(IOperation body)
    {
        var returned = new List<Subject?>();
        Collect(body);
        return returned.ToArray();

        void Collect(IOperation operation)
        {
            foreach (IOperation child in operation.ChildOperations)
            {
                if (child is IReturnOperation { ReturnedValue: { } value })
                {
                    returned.Add(Subject.Of(value));
                }
                else if (child is not IAnonymousFunctionOperation and not ILocalFunctionOperation)
                {
                    Collect(child);
                }
            }
        }
    }

    private static bool IsSame(IMethodSymbol one, IMethodSymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    private static bool IsOfCollection(IMethodSymbol method)
    {
        for (INamespaceSymbol? space = method.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Linq" or "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return method.ContainingType is { SpecialType: SpecialType.System_Array };
    }
}
