using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>
/// Finds out whether something that is compared is the status of a job: by its type where the type lists its values, by the
/// member that it was read from, or by where the locals, tuples, lambdas and local functions of the body have it from.
/// Whatever may be something else is none.
/// </summary>
internal sealed partial class StatusTrace
{
    // More than any comparison that people write needs; a bound against code that no person wrote.
    private const int MaxSteps = 400;

    private readonly StatusCatalog _catalog;
    private readonly IOperation _root;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<Subject> _open = [];
    private int _steps;

    internal StatusTrace(StatusCatalog catalog, IOperation operation, CancellationToken cancellationToken)
    {
        _catalog = catalog;
        _cancellationToken = cancellationToken;
        _root = WaitingBody.RootOf(operation);
    }

    /// <summary>What is known of the subject; <see langword="null"/> where it may be anything.</summary>
    internal StatusText? Of(Subject subject)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (++_steps > MaxSteps)
        {
            return null;
        }

        if (Direct(subject) is { } known)
        {
            return known;
        }

        if (!_open.Add(subject))
        {
            return StatusText.Nothing;
        }

        StatusText? found = subject is Subject.Expression { Operation: IInvocationOperation call } && IsStep(call.TargetMethod) && call.Instance is { } instance
            ? AfterStep(call.TargetMethod, instance, Of(Subject.Of(instance)))
            : Joined(subject is Subject.Local local && !MayBeStatus(local.Variable) ? null : Sources(subject));
        _open.Remove(subject);
        return found;
    }

    private StatusText? Joined(IReadOnlyList<Subject?>? sources)
    {
        StatusText? joined = sources is { Count: > 0 } ? StatusText.Nothing : null;
        foreach (Subject? source in sources ?? [])
        {
            joined = source is not null && Of(source) is { } one ? joined?.Join(one) : null;
            if (joined is null)
            {
                return null;
            }
        }

        return joined;
    }

    /// <summary>What the subject itself tells.</summary>
    private StatusText? Direct(Subject subject) => subject switch
    {
        Subject.Local local => Typed(local.Variable.Type),
        Subject.Member member => OfMember(member),
        Subject.Expression { Operation: { ConstantValue: { HasValue: true, Value: var constant } } } => constant is string text ? StatusText.Other(text) : StatusText.Nothing,
        Subject.Expression { Operation: IThrowOperation or IDefaultValueOperation } => StatusText.Nothing,
        Subject.Expression { Operation: not (IObjectCreationOperation or IMemberReferenceOperation or IConversionOperation) and var operation } => Typed(operation.Type),
        _ => null,
    };

    private StatusText? Typed(ITypeSymbol? type) => _catalog.ListOf(type) is { } list ? new StatusText { List = list, IsTyped = true } : null;

    private StatusText? OfMember(Subject.Member member)
    {
        ITypeSymbol? type = (member.Symbol as IPropertySymbol)?.Type ?? (member.Symbol as IFieldSymbol)?.Type;
        if (Typed(type) is { } typed)
        {
            return typed;
        }

        if (member.Symbol.Name == "Value" && type?.SpecialType == SpecialType.System_String && _catalog.ListOf(member.ReceiverType) is { } own)
        {
            return new StatusText { List = own };
        }

        StatusList? list = null;
        foreach (StatusMember status in _catalog.MembersAt(member.Symbol))
        {
            if (status.Before is { } before ? IsRead(member.Receiver, before) : status.IsAnswer(member.ReceiverType))
            {
                list = list?.Join(status.List) ?? status.List;
            }
        }

        return list is null ? null : new StatusText { List = list, IsTyped = type?.SpecialType != SpecialType.System_String };
    }

    /// <summary>Whether the subject was read from the member, and from nowhere else.</summary>
    private bool IsRead(Subject subject, ISymbol member)
    {
        if (subject is Subject.Member read)
        {
            return SymbolEqualityComparer.Default.Equals(read.Symbol.OriginalDefinition, member);
        }

        return ++_steps <= MaxSteps && Sources(subject) is { Count: > 0 } sources && sources.All(s => s is not null && IsRead(s, member));
    }

    private static bool IsStep(IMethodSymbol method) =>
        method.Parameters.IsEmpty && method.Name is "ToString" or "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "ToUpper" or "Trim";

    private static StatusText? AfterStep(IMethodSymbol method, IOperation instance, StatusText? before)
    {
        if (before is null || method.Name == "Trim")
        {
            return before;
        }

        if (method.Name == "ToString")
        {
            return before.IsTyped
                ? before with { IsTyped = false, IsName = MemberPath.Unwrap(instance.Type)?.TypeKind == TypeKind.Enum }
                : before;
        }

        // A local that is turned into its own lower case may be either.
        bool toUpper = method.Name.StartsWith("ToUpper", StringComparison.Ordinal);
        return before.List is null && before.Others.IsEmpty ? null : before with
        {
            Casing = toUpper ? Casing.Upper : Casing.Lower,
            Others = before.Others.Select(o => toUpper ? o.ToUpperInvariant() : o.ToLowerInvariant()).ToImmutableArray(),
        };
    }

    /// <summary>What the subject may have as its value; <see langword="null"/>, or an entry that is, where that is not known.</summary>
    private IReadOnlyList<Subject?>? Sources(Subject subject) => subject switch
    {
        Subject.Local local => LocalWrites.In(_root).Of(local.Variable),
        Subject.Element { Whole: Subject.Expression { Operation: ITupleOperation tuple } } element =>
            element.Position >= 0 && element.Position < tuple.Elements.Length ? [Subject.Of(tuple.Elements[element.Position])] : null,
        Subject.Element element => Sources(element.Whole)?.Select(s => s is null ? null : new Subject.Element(element.Position, s)).ToArray(),
        Subject.Item { Collection: Subject.Expression { Operation: var operation } } => ItemsOf(operation),
        Subject.Item item => Sources(item.Collection)?.Select(static s => s is null ? null : new Subject.Item(s)).ToArray(),
        Subject.Member { Symbol: IPropertySymbol { IsIndexer: true, Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }] } } member => [new Subject.Item(member.Receiver)],
        Subject.Member { Symbol.Name: "Value" or "Result" } member => [member.Receiver],
        Subject.Member { Symbol.ContainingType.IsAnonymousType: true, Receiver: Subject.Expression { Operation: IAnonymousObjectCreationOperation creation } } member => Initial(creation, member.Symbol),
        Subject.Member { Symbol.ContainingType.IsAnonymousType: true } member =>
            Sources(member.Receiver)?.Select(s => s is null ? null : new Subject.Member(member.Symbol, member.ReceiverType, s)).ToArray(),
        Subject.Expression { Operation: var operation } => SourcesOf(operation),
        _ => null,
    };

    private IReadOnlyList<Subject?>? SourcesOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => [Subject.Of(conversion.Operand)],
        IConditionalOperation { WhenFalse: { } whenFalse } choice => [Subject.Of(choice.WhenTrue), Subject.Of(whenFalse)],
        ICoalesceOperation coalesce => [Subject.Of(coalesce.Value), Subject.Of(coalesce.WhenNull)],
        ISwitchExpressionOperation choice => choice.Arms.Select(static a => Subject.Of(a.Value)).ToArray(),
        IArrayElementReferenceOperation element => [new Subject.Item(Subject.Of(element.ArrayReference))],
        IParameterReferenceOperation parameter => ArgumentsOf(parameter),
        IInvocationOperation call => ResultsOf(call),
        _ => null,
    };

    private static IReadOnlyList<Subject?> Initial(IAnonymousObjectCreationOperation creation, ISymbol member) => creation.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .Where(a => a.Target is IPropertyReferenceOperation { Property: var property } && SymbolEqualityComparer.Default.Equals(property, member))
        .Select(static a => Subject.Of(a.Value))
        .ToArray();

    /// <summary>Most locals hold no status: their first value tells, before the whole body is searched for more.</summary>
    private bool MayBeStatus(ILocalSymbol local)
    {
        if (_root.SemanticModel is not { } model || local.DeclaringSyntaxReferences is not [var declaration] || declaration.SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        return declaration.GetSyntax(_cancellationToken) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => model.GetOperation(value, _cancellationToken) is { } operation && Of(Subject.Of(operation)) is not null,
            ForEachStatementSyntax { Expression: var collection } => model.GetOperation(collection, _cancellationToken) is { } operation && Of(new Subject.Item(Subject.Of(operation))) is not null,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax } } } => false,
            _ => true,
        };
    }
}
