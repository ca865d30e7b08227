using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>
/// Failures that prove that no job is running: the server refused, nothing was sent, or the job has ended. After them a
/// start may be repeated.
/// </summary>
internal sealed class HarmlessFailures
{
    private const int RequestTimeout = 408;

    private static readonly string[] Words = ["TooManyRequests", "RateLimit", "Throttl", "BrokenCircuit", "IsolatedCircuit"];
    private static readonly string[] Types = ["OperationFailedException", "ConstraintViolationException", "FileNotFoundException", "DirectoryNotFoundException", "UnauthorizedAccessException"];
    private static readonly string[] Members = ["ConnectionRefused", "ConnectionError", "NameResolutionError", "HostNotFound"];

    // A person is asked, or the end is near.
    private static readonly string[] Deciding = ["ReadLine", "ReadKey", "Confirm", "Prompt", "Ask", "StopApplication", "Throw", "Fail"];

    private readonly Contract _contract;
    private readonly bool _isOnlyStart;

    /// <param name="contract">What the attributes say.</param>
    /// <param name="isOnlyStart">Whether the call starts a job and does not wait for it.</param>
    internal HarmlessFailures(Contract contract, bool isOnlyStart)
    {
        _contract = contract;
        _isOnlyStart = isOnlyStart;
    }

    /// <summary>Whether the exception is one of a wait, which the start itself does not throw.</summary>
    internal bool IsOfWait(ITypeSymbol? exception) => _isOnlyStart && exception is { Name: "OperationTimeoutException" };

    /// <summary>Whether an exception of the type proves it.</summary>
    internal bool IsProvenBy(ITypeSymbol? exception)
    {
        for (ITypeSymbol? type = exception; type is not null; type = type.BaseType)
        {
            if (Types.Contains(type.Name) || Words.Any(type.Name.Contains) || type.Name == "ArgumentException")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition proves it when it has turned out that way: <c>e.StatusCode == 429</c>.</summary>
    internal bool IsProvenBy(IOperation condition, bool holds) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsProvenBy(not.Operand, !holds),
        IParenthesizedOperation inner => IsProvenBy(inner.Operand, holds),
        IConversionOperation conversion => IsProvenBy(conversion.Operand, holds),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => holds && (IsRefusal(comparison.LeftOperand) || IsRefusal(comparison.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison => !holds && (IsRefusal(comparison.LeftOperand) || IsRefusal(comparison.RightOperand)),
        IIsPatternOperation { Pattern: INegatedPatternOperation negated } => !holds && IsRefusal(negated.Pattern),
        IIsPatternOperation test => holds && IsRefusal(test.Pattern),
        IInvocationOperation call => holds && Words.Any(call.TargetMethod.Name.Contains),
        IPropertyReferenceOperation property => holds && Words.Any(property.Property.Name.Contains),
        _ => false,
    };

    /// <summary>Whether every failure that a policy's predicates let through proves it: <c>Handle&lt;RateLimitException&gt;()</c>.</summary>
    internal bool AreAllProvenBy(IReadOnlyCollection<IInvocationOperation> predicates) => predicates.Count > 0 && predicates.All(call =>
        call.TargetMethod.TypeArguments is [var exception] && (IsProvenBy(exception) || call.Arguments.Any(IsProvenByLambda)));

    /// <summary>Whether the operation keeps a repetition from being blind: it asks the server for jobs, or a person, or does not come back.</summary>
    internal bool IsNotBlind(IOperation operation) => operation.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
        _contract.RoleOf(call.TargetMethod) is CallRole.List or CallRole.Status
        || Deciding.Any(call.TargetMethod.Name.StartsWith)
        || call.TargetMethod is { Name: "Cancel" or "CancelAsync", ContainingType.Name: "CancellationTokenSource" } or { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" }
        || call.TargetMethod.GetAttributes().Any(static a => a.AttributeClass?.Name == "DoesNotReturnAttribute"));

    internal static bool IsEverything(ITypeSymbol? handled) => handled is null
        or { SpecialType: SpecialType.System_Object }
        or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a handler may get what is thrown; unknown where <paramref name="thrown"/> is <see langword="null"/>.</summary>
    internal static bool MayBe(ITypeSymbol? thrown, ITypeSymbol? handled) => thrown is null || IsEverything(handled) || IsEverything(thrown) || Derives(thrown, handled!) || Derives(handled!, thrown);

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, from))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsProvenByLambda(IArgumentOperation argument) =>
        argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } condition }] } } && IsProvenOnAllWays(condition);

    private bool IsProvenOnAllWays(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or => IsProvenOnAllWays(or.LeftOperand) && IsProvenOnAllWays(or.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and => IsProvenOnAllWays(and.LeftOperand) || IsProvenOnAllWays(and.RightOperand),
        _ => IsProvenBy(condition, holds: true),
    };

    private static bool IsRefusal(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsRefusal(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => IsRefusal(or.LeftPattern) && IsRefusal(or.RightPattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and => IsRefusal(and.LeftPattern) || IsRefusal(and.RightPattern),
        IRecursivePatternOperation { PropertySubpatterns: { IsEmpty: false } members } => members.Any(static m => IsRefusal(m.Pattern)),
        _ => false,
    };

    /// <summary>A status of HTTP by which the server says that it did nothing, or an error of a connection that was never made.</summary>
    private static bool IsRefusal(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            IFieldReferenceOperation { Field: { IsConst: true, ContainingType: { TypeKind: TypeKind.Enum, Name: not "HttpStatusCode" } } field } => Members.Contains(field.Name),
            { ConstantValue: { HasValue: true, Value: int and >= 400 and < 500 and not RequestTimeout } } => true,
            _ => false,
        };
    }
}
