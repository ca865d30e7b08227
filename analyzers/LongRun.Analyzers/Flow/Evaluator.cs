using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// Says what the operations of a control-flow graph evaluate to under a scenario, and does to the state what they do to
/// variables. What it does not understand is unknown.
/// </summary>
internal sealed partial class Evaluator : OperationVisitor<FlowState, FlowValue>
{
    // Deeper than the calls of local functions that people write.
    private const int MaxDepth = 5;

    private readonly FlowContext _context;
    private readonly Scenario _scenario;
    private readonly FlowOptions _options;
    private readonly PatternMatching _patterns;
    private int _depth;

    internal Evaluator(FlowContext context, Scenario scenario, FlowOptions options)
    {
        _context = context;
        _scenario = scenario;
        _options = options;
        _patterns = new PatternMatching(this, scenario);
    }

    internal Scenario Scenario => _scenario;

    internal Contract Contract => _context.Contract;

    internal FlowValue Evaluate(IOperation? operation, FlowState state)
    {
        if (operation is null)
        {
            return FlowValue.Unknown;
        }

        _context.CancellationToken.ThrowIfCancellationRequested();
        FlowValue value = operation.ConstantValue is { HasValue: true, Value: var constant } && operation.Type is not { TypeKind: TypeKind.Enum }
            ? FlowValue.OfConstant(constant)
            : _options.Given?.Invoke(operation, state) ?? Visit(operation, state) ?? FlowValue.Unknown;
        _options.Listener?.Evaluated(operation, value, state);
        return value;
    }

    /// <summary>Gives a variable its value.</summary>
    internal void Assign(ISymbol variable, FlowValue value, FlowState state) =>
        state.Set(variable, _context.IsChangedElsewhere(variable) ? FlowValue.Unknown : value);

    public override FlowValue DefaultVisit(IOperation operation, FlowState state)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Evaluate(child, state);
        }

        return FlowValue.Unknown;
    }

    public override FlowValue VisitExpressionStatement(IExpressionStatementOperation operation, FlowState state) => Evaluate(operation.Operation, state);

    public override FlowValue VisitParenthesized(IParenthesizedOperation operation, FlowState state) => Evaluate(operation.Operand, state);

    public override FlowValue VisitTranslatedQuery(ITranslatedQueryOperation operation, FlowState state) => Evaluate(operation.Operation, state);

    public override FlowValue VisitAwait(IAwaitOperation operation, FlowState state) => Evaluate(operation.Operation, state);

    public override FlowValue VisitArgument(IArgumentOperation operation, FlowState state) => Evaluate(operation.Value, state);

    public override FlowValue VisitInstanceReference(IInstanceReferenceOperation operation, FlowState state) => FlowValue.NotNull;

    public override FlowValue VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, FlowState state) => FlowValue.Of(Atom.Lambda(operation));

    public override FlowValue VisitMethodReference(IMethodReferenceOperation operation, FlowState state)
    {
        Evaluate(operation.Instance, state);
        return operation.Method.MethodKind == MethodKind.LocalFunction ? FlowValue.Of(Atom.Lambda(operation.Method.OriginalDefinition)) : FlowValue.Unknown;
    }

    public override FlowValue VisitDelegateCreation(IDelegateCreationOperation operation, FlowState state) => Evaluate(operation.Target, state);

    public override FlowValue VisitConversion(IConversionOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.Operand, state);
        if (operation.IsTryCast)
        {
            return value.TellsOfJob || value.IsHint ? value : FlowValue.Unknown;
        }

        // A status type made of a text, or turned into one, stands for the same status.
        return operation.OperatorMethod is null || value.TellsOfJob || value.IsHint || value.Atoms.All(static a => a.Content is string or null && a.MissingAt is null) ? value : FlowValue.Unknown;
    }

    public override FlowValue VisitLocalReference(ILocalReferenceOperation operation, FlowState state) => ReadVariable(operation.Local, operation.Type, state);

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, FlowState state) => ReadVariable(operation.Parameter, operation.Type, state);

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, FlowState state)
    {
        IFieldSymbol field = operation.Field;
        if (field.ContainingType?.TypeKind == TypeKind.Enum && field.HasConstantValue)
        {
            return FlowValue.OfConstant(new EnumConstant(field.ConstantValue!, Contract.StatusTextOf(field) ?? field.Name));
        }

        if (field.ContainingType is { IsTupleType: true } && operation.Instance is { } tuple)
        {
            int position = TupleElement.PositionOf(field);
            return Evaluate(tuple, state).Select(a => a.Kind == AtomKind.Tuple && position >= 0 && ((FlowValue[])a.Content!) is var items && position < items.Length ? items[position] : FlowValue.Unknown);
        }

        return Contract.StatusTextOf(field) is { } text && field.IsStatic
            ? FlowValue.OfConstant(text)
            : ReadMember(operation, field, state);
    }

    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, FlowState state)
    {
        FlowValue[] arguments = operation.Arguments.Select(a => Evaluate(a.Value, state)).ToArray();
        return operation.Property.IsStatic && Contract.StatusTextOf(operation.Property) is { } text
            ? FlowValue.OfConstant(text)
            : HintIfTold(ReadMember(operation, operation.Property, state), arguments);
    }

    public override FlowValue VisitArrayElementReference(IArrayElementReferenceOperation operation, FlowState state)
    {
        FlowValue[] indices = operation.Indices.Select(i => Evaluate(i, state)).ToArray();
        FlowValue array = Evaluate(operation.ArrayReference, state);
        return HintIfTold(array.Select(static a => a.Kind == AtomKind.Sequence ? a.Item : FlowValue.Unknown), indices);
    }

    public override FlowValue VisitFlowCapture(IFlowCaptureOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.Value, state);
        state.Started.Remove(operation.Id);
        state.Set(operation.Id, value);
        state.SetAlias(operation.Id, operation.Value switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        });
        return value;
    }

    public override FlowValue VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, FlowState state) => state.Find(operation.Id) ?? FlowValue.Unknown;

    public override FlowValue VisitIsNull(IIsNullOperation operation, FlowState state)
    {
        FlowValue operand = Evaluate(operation.Operand, state);
        return HintIfTold(FlowValue.OfTruth(Comparison.AreEqual(operand, FlowValue.Null, _scenario)), operand.IsHint ? [operand] : []);
    }

    public override FlowValue VisitUnaryOperator(IUnaryOperation operation, FlowState state)
    {
        FlowValue operand = Evaluate(operation.Operand, state);
        FlowValue result = operation.OperatorKind == UnaryOperatorKind.Not
            ? operand.Select(static a => a.Kind == AtomKind.Stable ? FlowValue.Stable : FlowValue.OfTruth(a.Content is bool truth ? !truth : null))
            : FlowValue.Unknown;
        return HintIfTold(result, operand);
    }

    public override FlowValue VisitBinaryOperator(IBinaryOperation operation, FlowState state)
    {
        FlowValue left = Evaluate(operation.LeftOperand, state);
        FlowValue right = Evaluate(operation.RightOperand, state);
        if (left.IsUnknown || right.IsUnknown)
        {
            return HintIfTold(FlowValue.OfTruth(Combine(operation.OperatorKind, left, right)), left, right);
        }

        // Each alternative for itself: what is known of the one does not get lost in the other. A sum with something stable
        // is another value, and may become the variable's own: n = n + 1.
        FlowValue result = left.Select(one => right.Select(other => Combine(operation.OperatorKind, FlowValue.Of(one), FlowValue.Of(other)) is { } truth ? FlowValue.OfTruth(truth)
            : operation.Type?.SpecialType == SpecialType.System_Boolean && IsSame(one) && IsSame(other) && (one.Kind == AtomKind.Stable || other.Kind == AtomKind.Stable) ? FlowValue.Stable
            : FlowValue.Unknown));
        return HintIfTold(result, left, right);
    }

    private static bool IsSame(Atom atom) => atom.Kind is AtomKind.Stable or AtomKind.Constant;

    private bool? Combine(BinaryOperatorKind kind, FlowValue left, FlowValue right) => kind switch
    {
        BinaryOperatorKind.Equals => Comparison.AreEqual(left, right, _scenario),
        BinaryOperatorKind.NotEquals => !Comparison.AreEqual(left, right, _scenario),
        BinaryOperatorKind.LessThan => Comparison.IsLess(left, right, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => Comparison.IsLess(left, right, orEqual: true),
        BinaryOperatorKind.GreaterThan => Comparison.IsLess(right, left, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.IsLess(right, left, orEqual: true),
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left.Truth == false || right.Truth == false ? false : left.Truth & right.Truth,
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left.Truth == true || right.Truth == true ? true : left.Truth | right.Truth,
        BinaryOperatorKind.ExclusiveOr => left.Truth ^ right.Truth,
        _ => null,
    };

    public override FlowValue VisitTupleBinaryOperator(ITupleBinaryOperation operation, FlowState state)
    {
        FlowValue left = Evaluate(operation.LeftOperand, state);
        FlowValue right = Evaluate(operation.RightOperand, state);
        return left.TellsOfJob || left.IsHint || right.TellsOfJob || right.IsHint ? FlowValue.Hint : FlowValue.Unknown;
    }

    public override FlowValue VisitIsType(IIsTypeOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.ValueOperand, state);
        return value.IsNull ? FlowValue.OfTruth(operation.IsNegated)
            : PatternMatching.IsOfType(value, operation.TypeOperand) is { } isOfType ? FlowValue.OfTruth(isOfType != operation.IsNegated)
            : HintIfTold(FlowValue.Unknown, value.IsHint ? [value] : []);
    }

    public override FlowValue VisitIsPattern(IIsPatternOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.Value, state);
        return _patterns.Judge(value, operation.Pattern, state);
    }

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.Value, state);
        AssignTo(operation.Target, value, state);
        return value;
    }

    public override FlowValue VisitCompoundAssignment(ICompoundAssignmentOperation operation, FlowState state)
    {
        FlowValue left = Evaluate(operation.Target, state);
        FlowValue right = Evaluate(operation.Value, state);
        bool? truth = operation.OperatorKind switch
        {
            BinaryOperatorKind.And => left.Truth == false || right.Truth == false ? false : left.Truth & right.Truth,
            BinaryOperatorKind.Or => left.Truth == true || right.Truth == true ? true : left.Truth | right.Truth,
            _ => null,
        };
        FlowValue result = HintIfTold(FlowValue.OfTruth(truth), left, right);
        AssignTo(operation.Target, result, state);
        return result;
    }

    public override FlowValue VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, FlowState state)
    {
        FlowValue before = Evaluate(operation.Target, state);
        bool isCount = operation.Kind == OperationKind.Increment && !before.IsUnknown && before.Atoms.All(static a => a.Kind == AtomKind.Positive || a.Content is int and >= 0);
        AssignTo(operation.Target, isCount ? FlowValue.Of(Atom.Positive) : FlowValue.Unknown, state);
        return FlowValue.Unknown;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.Value, state);
        AssignTo(operation.Target, value, state, DeconstructedParts.MethodOf(operation));
        return value;
    }

    public override FlowValue VisitDeclarationExpression(IDeclarationExpressionOperation operation, FlowState state) => Evaluate(operation.Expression, state);

    public override FlowValue VisitTuple(ITupleOperation operation, FlowState state) =>
        FlowValue.Of(Atom.Tuple(operation.Elements.Select(e => Evaluate(e, state)).ToArray()));

    public override FlowValue VisitInterpolatedString(IInterpolatedStringOperation operation, FlowState state)
    {
        FlowValue[] parts = operation.Parts.OfType<IInterpolationOperation>().Select(p => Evaluate(p.Expression, state)).ToArray();
        if (operation.Parts is [IInterpolationOperation { Alignment: null, FormatString: null, Expression: var only }])
        {
            FlowValue text = MemberPath.Unwrap(only.Type) is { TypeKind: TypeKind.Enum } type ? EnumText.NameOf(type, parts[0], _scenario, Contract) : parts[0];
            if (text.TellsOfJob || (!text.IsUnknown && text.Atoms.All(static a => a.Content is string)))
            {
                return text;
            }
        }

        return HintIfTold(FlowValue.Unknown, parts) is { IsHint: true } hint ? hint : FlowValue.NotNull;
    }

    public override FlowValue VisitObjectCreation(IObjectCreationOperation operation, FlowState state)
    {
        FlowValue[] arguments = operation.Arguments.Select(a => Evaluate(a.Value, state)).ToArray();
        Evaluate(operation.Initializer, state);
        if (operation.Type is { IsValueType: true } && arguments is [var only] && only.Atoms is [{ Content: string }])
        {
            return only;
        }

        if (operation is { Type.Name: "ValueTask", Constructor.Parameters: [{ Name: "result" or "task" }] })
        {
            return arguments[0];
        }

        return arguments is [{ TellsOfJob: true } jobs] && jobs.Atoms is [{ Kind: AtomKind.Sequence }] ? jobs
            : HintIfTold(FlowValue.Unknown, arguments) is { IsHint: true } hint ? hint
            : FlowValue.NotNull;
    }

    public override FlowValue VisitArrayCreation(IArrayCreationOperation operation, FlowState state)
    {
        FlowValue items = FlowValue.None;
        foreach (IOperation element in operation.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
        {
            items = items.Join(Evaluate(element, state));
        }

        return items.TellsOfJob ? FlowValue.Of(Atom.Sequence(items, Emptiness.NotEmpty)) : FlowValue.NotNull;
    }

    public override FlowValue VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, FlowState state)
    {
        DefaultVisit(operation, state);
        return FlowValue.NotNull;
    }

    public override FlowValue VisitDefaultValue(IDefaultValueOperation operation, FlowState state) => operation.Type switch
    {
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => FlowValue.Null,
        { SpecialType: SpecialType.System_Boolean } => FlowValue.False,
        _ => FlowValue.Unknown,
    };

    /// <summary>A result that is not understood, but comes of something that tells of a job of the scenario, is a hint.</summary>
    private FlowValue HintIfTold(FlowValue result, params FlowValue[] of) =>
        result.IsUnknown && of.Any(v => v.IsHint || v.Atoms.Any(Tells)) ? FlowValue.Hint : result;

    private bool Tells(Atom atom) => atom.Kind switch
    {
        AtomKind.Job or AtomKind.Status or AtomKind.Handle or AtomKind.Outcome => _scenario.Concerns(atom.Monitor),
        AtomKind.Tuple => ((FlowValue[])atom.Content!).Any(v => v.Atoms.Any(Tells)),
        _ => false,
    };

    private static bool IsConstant(FlowValue value) => !value.IsUnknown && value.Atoms.All(static a => a.Kind == AtomKind.Constant);

    private FlowValue ReadVariable(ISymbol variable, ITypeSymbol? type, FlowState state)
    {
        FlowValue value = _context.IsChangedElsewhere(variable) ? FlowValue.Unknown : state.Find(variable) ?? _options.Initial(variable);

        // A handle is one wherever it comes from.
        return value.TellsOfJob || !Handles.IsHandle(type) ? value : FlowValue.Of(Atom.Handle(Contract.MonitorOfHandle(type!)));
    }

    /// <summary>What a deconstruction gives: of a tuple what is in it; of a job, who knows what.</summary>
    internal FlowValue ElementOf(Atom atom, int position) => atom.Kind == AtomKind.Tuple
        ? ((FlowValue[])atom.Content!) is var items && position < items.Length ? items[position] : FlowValue.Unknown
        : atom.Kind == AtomKind.Hint || Tells(atom) ? FlowValue.Hint
        : FlowValue.Unknown;

    private void AssignTo(IOperation target, FlowValue value, FlowState state, IMethodSymbol? deconstruct = null)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value, state);
                break;
            case IParameterReferenceOperation parameter:
                Assign(parameter.Parameter, value, state);
                break;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                Assign(field.Field, value, state);
                break;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } property:
                Assign(property.Property, value, state);
                break;
            case IFlowCaptureReferenceOperation capture:
                state.Set(capture.Id, value);
                if (state.AliasOf(capture.Id) is { } alias)
                {
                    Assign(alias, value, state);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                AssignTo(declaration.Expression, value, state, deconstruct);
                break;
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    AssignTo(tuple.Elements[i], PartOf(value, i, deconstruct, tuple.Elements[i].Syntax), state);
                }

                break;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation:
                Evaluate(target, state);
                break;
        }
    }
}
