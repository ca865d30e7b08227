using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Starts;

/// <summary>
/// Follows the result of a start to the last place that could take its id: through awaits, conversions, locals, and what
/// is made of tasks. Where it goes out of sight, it is kept.
/// </summary>
internal sealed partial class ResultFate
{
    // Longer ways are not written by people.
    private const int MaxSteps = 64;

    private readonly BodyUses _uses;
    private readonly ISymbol _owner;
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);
    private int _steps;

    private ResultFate(WaitingBody body)
    {
        _uses = body.Uses;
        _owner = body.Owner;
    }

    internal static Fate Of(WaitingBody body, IInvocationOperation start) => new ResultFate(body).Follow(start);

    private Fate Follow(IOperation value)
    {
        if (++_steps > MaxSteps)
        {
            return Fate.Kept;
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                return Fate.ThrownAway(value);
            case IAwaitOperation wait:
                return Follow(wait).Awaited();
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation or ITranslatedQueryOperation:
                return Follow(value.Parent);
            case IConditionalAccessOperation access when access.WhenNotNull == value:
                return Follow(access);
            case IConditionalOperation choice when choice.Condition != value:
                return Follow(choice);
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Value == value:
                return Follow(choice);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return FollowLocal(declarator.Symbol, value);
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return FollowAssignment(assignment);
            case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element } when element == value:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when TaskTypes.IsTask(Converted(value).Type) && IsNull(comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand):
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } when TaskTypes.IsTask(Converted(value).Type):
                return Fate.LookedAt;
            case IReturnOperation { Kind: OperationKind.Return } result:
                return FollowReturn(result);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                return Follow(array);
            case IForEachLoopOperation loop when loop.Collection == value && loop.LoopControlVariable is IVariableDeclaratorOperation variable:
                return FollowLocal(variable.Symbol, value);
            case IPropertyReferenceOperation property when property.Instance == value:
                return FollowProperty(property);
            case IFieldReferenceOperation field:
                return Follow(field);
            case IArrayElementReferenceOperation element when element.ArrayReference == value:
                return Follow(element);
            case IInvocationOperation call when call.Instance == value:
                return FollowCallOn(call);
            case IArgumentOperation argument:
                return FollowArgument(argument);

            // The compiler of the floor has no operation for a collection expression; what it has says so by its syntax.
            case { Syntax: CollectionExpressionSyntax } collection:
                return Follow(collection);
            case { Syntax: SpreadElementSyntax, Parent: { Syntax: CollectionExpressionSyntax } collection }:
                return Follow(collection);
            default:
                return Fate.Kept;
        }
    }

    private Fate FollowAssignment(ISimpleAssignmentOperation assignment)
    {
        ILocalSymbol? local = assignment.Target switch
        {
            ILocalReferenceOperation target => target.Local,

            // tasks[i] = api.CreateAsync(…);
            IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array } when TaskTypes.IsManyTasks(array.Type) => array.Local,
            _ => null,
        };
        if (local is null)
        {
            return Fate.Kept;
        }

        Fate held = FollowLocal(local, assignment.Value);
        return assignment.Parent is IExpressionStatementOperation || !held.IsDropped ? held : Follow(assignment);
    }

    private Fate FollowLocal(ILocalSymbol local, IOperation value)
    {
        // A name of underscores says "on purpose", as the discard does.
        if (local.IsRef || local.Name.Trim('_').Length == 0)
        {
            return Fate.Kept;
        }

        if (!_followed.Add(local))
        {
            return Fate.LookedAt;
        }

        bool isRead = false;
        bool isAwaited = false;
        foreach (IOperation read in _uses.ReadsOf(local))
        {
            Fate fate = Follow(read);
            if (!fate.IsDropped)
            {
                return Fate.Kept;
            }

            isRead = true;
            isAwaited |= fate.IsAwaited;
        }

        // A list that is only filled may be read in what somebody has still to write.
        if (TaskTypes.IsManyTasks(local.Type))
        {
            return isAwaited ? Fate.Several(isAwaited) : Fate.Kept;
        }

        return isRead ? Fate.Several(isAwaited)
            : IsNamedInDisabledText(local, value.Syntax) ? Fate.Kept
            : Fate.NeverRead(local, value);
    }

    // #if DEBUG
    private static bool IsNamedInDisabledText(ILocalSymbol local, SyntaxNode value) =>
        (value.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? value.SyntaxTree.GetRoot())
            .DescendantTrivia()
            .Any(t => t.IsKind(SyntaxKind.DisabledTextTrivia) && t.ToString().Contains(local.Name));

    private Fate FollowReturn(IReturnOperation result)
    {
        switch (BodyUses.FunctionAround(result))
        {
            case IAnonymousFunctionOperation lambda:
                return FollowLambda(lambda);
            case ILocalFunctionOperation function:
                return TaskTypes.IsPlainTask(function.Symbol.ReturnType) ? Fate.PlainTask(result) : Fate.Kept;
            default:
                ITypeSymbol? type = (_owner as IMethodSymbol)?.ReturnType ?? (_owner as IPropertySymbol)?.Type;
                return TaskTypes.IsPlainTask(type) ? Fate.PlainTask(result) : Fate.Kept;
        }
    }

    private Fate FollowProperty(IPropertyReferenceOperation property)
    {
        ITypeSymbol? owner = property.Instance?.Type;
        if (TaskTypes.IsTask(owner))
        {
            return property.Property.Name == "Result" ? Follow(property).Awaited() : Fate.LookedAt;
        }

        if (TaskTypes.IsManyTasks(owner))
        {
            return property.Property.IsIndexer ? Follow(property) : Fate.LookedAt;
        }

        return Follow(property);
    }

    private static bool IsNull(IOperation value) => Converted(value).ConstantValue is { HasValue: true, Value: null };

    private static IOperation Converted(IOperation value) => value is IConversionOperation { OperatorMethod: null } conversion ? Converted(conversion.Operand) : value;
}
