using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <content>Calls: those of the contract, local functions and lambdas, checks that throw, and whatever gets hold of a job.</content>
internal sealed partial class Evaluator
{
    private static readonly string[] TaskSteps = ["ConfigureAwait", "GetAwaiter", "GetResult", "WaitAsync", "AsTask", "FromResult", "Wait", "Preserve", "GetValueOrDefault", "AsReadOnly", "WithCancellation"];

    public override FlowValue VisitInvocation(IInvocationOperation operation, FlowState state)
    {
        FlowValue instance = operation.Instance is { } receiver ? Evaluate(receiver, state) : FlowValue.NotNull;
        FlowValue[] arguments = operation.Arguments.Select(a => Evaluate(a.Value, state)).ToArray();
        return _scenario.LeavesOut(operation.Syntax) ? FlowValue.Unknown : HintIfTold(OfCall(operation, instance, arguments, state), [instance, .. arguments]);
    }

    private FlowValue OfCall(IInvocationOperation operation, FlowValue instance, FlowValue[] arguments, FlowState state)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (Contract.RoleOf(method) != CallRole.None)
        {
            return OfContract(operation, state);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return _context.LocalFunction(method.OriginalDefinition) is { } function ? Run(function, method, arguments, state) : FlowValue.Unknown;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && instance.Atoms is [{ Kind: AtomKind.Lambda }])
        {
            return Call(instance, arguments, state);
        }

        if (IsFirstItem(operation, instance, state))
        {
            return FlowValue.True;
        }

        if (method.Name == "GetValueOrThrow" && instance.Atoms is [{ Kind: AtomKind.Outcome } outcome] && _scenario.Concerns(outcome.Monitor))
        {
            return _scenario.Ending == JobEnding.Success ? FlowValue.NotNull : Ended(state);
        }

        if (method.Name == "ContinueWith" && instance.TellsOfJob && arguments.FirstOrDefault(IsLambda) is { } next)
        {
            return Call(next, [instance], state);
        }

        if (TaskSteps.Contains(method.Name) && (operation.Instance is not null ? instance : arguments.FirstOrDefault()) is { TellsOfJob: true } passed)
        {
            return passed;
        }

        if (OfTask(method, arguments) is { } result)
        {
            return result;
        }

        if (OfText(operation, instance, arguments) is { } text)
        {
            return text;
        }

        if (OfSequence(operation, instance, arguments, state) is { } sequence)
        {
            return sequence;
        }

        return OfOther(operation, instance, arguments, state);
    }

    /// <summary>Who takes what an iterator yields may decide on it, and stop taking.</summary>
    public override FlowValue VisitReturn(IReturnOperation operation, FlowState state)
    {
        FlowValue value = Evaluate(operation.ReturnedValue, state);
        state.IsUnsure |= operation.Kind == OperationKind.YieldReturn && operation.ReturnedValue is { } yielded && IsToldOfJob(yielded, state);
        return value;
    }

    /// <summary>Runs a lambda that a value is; unknown where it is none.</summary>
    internal FlowValue Call(FlowValue lambda, FlowValue[] arguments, FlowState state) => lambda.Atoms switch
    {
        [{ Kind: AtomKind.Lambda, Content: IFlowAnonymousFunctionOperation content }] when _context.Lambda(content) is { } function => Run(function, content.Symbol, arguments, state),
        [{ Kind: AtomKind.Lambda, Content: IMethodSymbol method }] when _context.LocalFunction(method) is { } function => Run(function, method, arguments, state),
        _ => FlowValue.Unknown,
    };

    private FlowValue OfContract(IInvocationOperation operation, FlowState state)
    {
        ContractCall call = CallRoles.Of(Contract, operation);
        // A wait for success goes on only after it.
        state.HasEnded |= call.Role is CallRole.Wait or CallRole.StartAndWait && _scenario.Concerns(call.Monitor) && _scenario.Ending != JobEnding.Success;
        return call.Role switch
        {
            CallRole.Status or CallRole.Update => FlowValue.Of(Atom.Job(call.Monitor, call.Monitor?.Status ?? "")),
            CallRole.List when call.Monitor is { } asked && AsksForFinished(operation, asked) => FlowValue.NotNull,
            CallRole.List when call.Monitor is { } monitor => string.IsNullOrEmpty(monitor.ListItems) ? Items(monitor) : FlowValue.Of(Atom.Page(monitor, monitor.ListItems!)),
            CallRole.Start => Handles.IsHandle(MemberPath.Awaited(operation.TargetMethod))
                ? FlowValue.Of(Atom.Handle(call.Monitor))
                : FlowValue.Of(Atom.Job(call.Monitor, call.Monitor?.Status ?? "")),
            CallRole.Outcome => FlowValue.Of(Atom.Outcome(call.Monitor)),
            _ => FlowValue.NotNull,
        };
    }

    /// <summary>Whether a list is asked for with a status of success in its arguments.</summary>
    private bool AsksForFinished(IInvocationOperation list, MonitorContract monitor) => list.Arguments
        .SelectMany(static a => a.Value.DescendantsAndSelf())
        .Any(o => (o switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            IMemberReferenceOperation { Member: { IsStatic: true } member } => Contract.StatusTextOf(member) ?? (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } ? member.Name : null),
            _ => null,
        }) is { } named && monitor.Succeeded.Contains(named, StringComparer.OrdinalIgnoreCase));

    private FlowValue Run(FunctionFlow function, IMethodSymbol symbol, FlowValue[] arguments, FlowState state)
    {
        if (_depth >= MaxDepth)
        {
            return FlowValue.Unknown;
        }

        FlowState start = state.Clone();
        for (int i = 0; i < symbol.Parameters.Length; i++)
        {
            // A lambda's parameters are numbered as the delegate's are.
            start.Set(symbol.OriginalDefinition.Parameters[i], i < arguments.Length ? arguments[i] : FlowValue.Unknown);
        }

        _depth++;
        FlowRun? run = FlowRun.Execute(this, _context, function, start, new FlowOptions { Listener = _options.Listener, MindsLoops = _options.MindsLoops });
        _depth--;
        if (run is null)
        {
            return FlowValue.Unknown;
        }

        if (run.AtEnd is not { } end)
        {
            state.HasEnded = true;
            return FlowValue.None;
        }

        // What it did to variables around it; it may run more than once.
        state.Join(end, _options.Initial);
        foreach (KeyValuePair<object, FlowValue> variable in end.Values.Where(v => v.Key is ILocalSymbol or IParameterSymbol && state.Find(v.Key) is not null))
        {
            state.Set(variable.Key, symbol.MethodKind == MethodKind.LocalFunction ? variable.Value : state.Find(variable.Key)!.Join(variable.Value));
        }

        state.IsUnsure |= end.IsUnsure;
        if (symbol.MethodKind == MethodKind.LocalFunction)
        {
            state.TakeHints(end);
        }

        return run.Returned;
    }

    /// <summary>Tasks that are done from the start: <c>ValueTask.FromResult(x)</c>, Polly's <c>PredicateResult.True()</c>.</summary>
    private static FlowValue? OfTask(IMethodSymbol method, FlowValue[] arguments) => (method.ContainingType.Name, method.Name) switch
    {
        ("Task" or "ValueTask", "FromResult") when arguments is [var only] => only,
        ("PredicateResult", "True") => FlowValue.True,
        ("PredicateResult", "False") => FlowValue.False,
        _ => null,
    };

    private FlowValue? OfText(IInvocationOperation operation, FlowValue instance, FlowValue[] arguments)
    {
        IMethodSymbol method = operation.TargetMethod;
        switch (method.Name)
        {
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when arguments is [var text] && method.ContainingType.SpecialType == SpecialType.System_String:
                return Comparison.AreEqual(text, FlowValue.Null, _scenario) == true ? FlowValue.True
                    : Comparison.AreEqual(text, FlowValue.OfConstant(""), _scenario) is { } isEmpty ? FlowValue.OfTruth(isEmpty)
                    : text.Equals(FlowValue.NotNull) ? FlowValue.False
                    : FlowValue.Unknown;
            case "ToString" when MemberPath.Unwrap(operation.Instance?.Type) is { TypeKind: TypeKind.Enum } type && !instance.IsUnknown:
                return EnumText.NameOf(type, instance, _scenario, Contract);
            case "ToString" when instance.TellsOfJob && instance.Atoms.All(static a => a.Kind is AtomKind.Status or AtomKind.Constant):
                return instance;
            case "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "ToUpper" or "Trim" when !instance.IsUnknown && instance.Atoms.All(static a => a.Kind is AtomKind.Status or AtomKind.Constant):
                return instance.Select(atom => Comparison.TextOf(atom, _scenario) is { } value
                    ? FlowValue.OfConstant(method.Name.StartsWith("ToUpper", StringComparison.Ordinal) ? value.ToUpperInvariant() : method.Name == "Trim" ? value : value.ToLowerInvariant())
                    : FlowValue.Unknown);
            case "Equals" or "ReferenceEquals" when method.ReturnType.SpecialType == SpecialType.System_Boolean:
                FlowValue[] compared = operation.Instance is not null ? [instance, .. arguments] : arguments;
                return compared.Length < 2 ? FlowValue.Unknown : FlowValue.OfTruth(Comparison.AreEqual(compared[0], compared[1], _scenario, ComparisonOf(operation)));
            case "Contains" when operation.Arguments.Length > 0:
                FlowValue item = arguments[arguments.Length - 1];
                IOperation set = operation.Instance ?? operation.Arguments[0].Value;
                return item.TellsOfJob && !instance.TellsOfJob && ConstantSet.Of(set, _context) is { } members ? IsOneOf(item, members) : null;
            default:
                return null;
        }
    }

    private FlowValue IsOneOf(FlowValue item, IReadOnlyList<IOperation> members)
    {
        bool? contains = false;
        foreach (IOperation member in members)
        {
            bool? equal = Comparison.AreEqual(item, Evaluate(member, new FlowState()), _scenario);
            contains = contains == true || equal == true ? true : contains is null || equal is null ? null : false;
        }

        return FlowValue.OfTruth(contains);
    }

    private static StringComparison ComparisonOf(IInvocationOperation operation) =>
        operation.Arguments.LastOrDefault()?.Value is IFieldReferenceOperation { Field: { ContainingType.Name: "StringComparison", Name: var name } } && name.EndsWith("IgnoreCase", StringComparison.Ordinal)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    private FlowValue OfOther(IInvocationOperation operation, FlowValue instance, FlowValue[] arguments, FlowState state)
    {
        IMethodSymbol method = operation.TargetMethod;
        bool isAssertion = method.ContainingType is { Name: "Debug" or "Trace", ContainingNamespace.Name: "Diagnostics" };
        FlowValue result = FlowValue.Unknown;
        bool takesLambda = operation.Arguments.Any(static a => a.Value is IDelegateCreationOperation);
        bool tells = (instance.TellsOfJob && !takesLambda)
            || operation.Arguments.Any(a => a.Value is not IInterpolatedStringOperation and not IDelegateCreationOperation && IsToldOfJob(a.Value, state))
            || operation.Arguments.Zip(arguments, static (a, v) => v.IsMissing && a.Parameter is { } p && Callees.MayTakeNull(p)).Any(static asks => asks);
        for (int i = 0; i < arguments.Length; i++)
        {
            IParameterSymbol? parameter = operation.Arguments[i].Parameter;
            if (parameter is null)
            {
                continue;
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                AssignTo(operation.Arguments[i].Value, HintIfTold(FlowValue.Unknown, [instance, .. arguments]), state);
            }

            foreach (AttributeData attribute in parameter.OriginalDefinition.GetAttributes())
            {
                state.HasEnded |= !isAssertion && attribute.AttributeClass?.Name switch
                {
                    "DoesNotReturnIfAttribute" => attribute.ConstructorArguments is [{ Value: bool when }] && arguments[i].Truth == when,
                    "NotNullAttribute" => arguments[i].IsNull,
                    _ => false,
                };
            }

            // What gets a lambda that asks for a status, and gives what the lambda gives, gives that: retry.ExecuteAsync(() => …).
            if (operation.Arguments[i].Value is IDelegateCreationOperation)
            {
                FlowState within = state.Clone();
                FlowValue returned = Call(arguments[i], [], within);
                state.IsUnsure |= within.HasEnded || ((returned.Truth is not null || returned.IsHint) && AsksAboutJob(arguments[i], state));
                result = returned.TellsOfJob ? OfRepeated(operation, returned, state) : result;
            }
        }

        state.HasEnded |= !isAssertion && _context.Callees.NeverReturns(method);
        bool asksToken = method is { Name: "ThrowIfCancellationRequested", ContainingType.Name: "CancellationToken" };
        state.IsUnsure |= !isAssertion && !asksToken && !InertCalls.Contains(method)
            && (_context.Callees.MayNeverReturn(method) || _context.Callees.MayWaitForJob(method, _scenario.Monitor));
        ForgetMembers(operation, state);

        if (ByNullState(instance, method) is { IsUnknown: false } known)
        {
            return known;
        }

        if (asksToken)
        {
            bool wasReason = operation.Instance?.DescendantsAndSelf().Any(o => Decision.VariableOf(o) is { } v && state.Decided.Contains(v)) == true;
            state.IsUnsure |= wasReason || _context.TimedTokens.IsTimed(operation.Instance, _options.Region?.Span);
            return FlowValue.Unknown;
        }

        if (_options.Region is not null && EndSignals.Contains(method))
        {
            state.HasEnded = true;
            return FlowValue.Unknown;
        }

        if (method is { Name: "WaitForNextTickAsync", ContainingType.Name: "PeriodicTimer" })
        {
            return _options.TokensNeverFire ? FlowValue.True : FlowValue.Unknown;
        }

        if (method.Name == "MoveNextAsync" && _options.TokensNeverFire && EndlessSources.Contains(operation, _context))
        {
            return FlowValue.True;
        }

        // A collection that may have been changed is no longer the same in each turn.
        if (instance.IsStable && Decision.VariableOf(operation.Instance!) is { } collection && !IsReading(method))
        {
            Assign(collection, FlowValue.Unknown, state);
        }

        foreach (IArgumentOperation argument in operation.Arguments)
        {
            if (!InertCalls.Contains(method) && argument.Value.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && Decision.VariableOf(argument.Value) is { } given && (state.Find(given) ?? _options.Initial(given)).IsStable)
            {
                Assign(given, FlowValue.Unknown, state);
            }
        }

        state.IsUnsure |= tells
            && !InertCalls.Contains(method)
            && !(method.MethodKind == MethodKind.DelegateInvoke && InertCalls.IsProgress(Decision.VariableOf(operation.Instance!)));
        return result;
    }

    /// <summary>What a call gives that runs a lambda which asks for a status.</summary>
    private FlowValue OfRepeated(IInvocationOperation call, FlowValue returned, FlowState state)
    {
        bool isOnce = call.TargetMethod is { Name: "Run", ContainingType.Name: "Task" };
        bool? comesBack = isOnce ? true : _context.RepeatingCalls?.ComesBack(call.Syntax, _scenario);
        state.HasEnded |= comesBack == false;

        // Who only reads a result may leave the looking to a retry that is not in sight.
        return comesBack is null ? returned.Select(static a => FlowValue.Of(a.Relayed())) : returned;
    }

    /// <summary>Whether a lambda is a question about a job, as in <c>SpinUntil(() => task.Status == "ready")</c>.</summary>
    private bool AsksAboutJob(FlowValue lambda, FlowState state) =>
        lambda.Atoms is [{ Kind: AtomKind.Lambda, Content: IFlowAnonymousFunctionOperation content }]
        && _context.Lambda(content) is { } function
        && function.Operations().Any(o => o is IInvocationOperation call
            ? Contract.RoleOf(call.TargetMethod) is CallRole.Status or CallRole.List or CallRole.Update
            : Decision.VariableOf(o) is { } variable && state.Find(variable)?.TellsOfJob == true);

    /// <summary>What the code's own members hold may be another after a call of its own methods.</summary>
    private void ForgetMembers(IInvocationOperation call, FlowState state)
    {
        foreach (ISymbol member in state.Values.Select(static v => v.Key).Where(static k => k is IFieldSymbol or IPropertySymbol).Cast<ISymbol>().ToArray())
        {
            bool isOwn = call.Instance is IInstanceReferenceOperation || (call.Instance is null && SymbolEqualityComparer.Default.Equals(member.ContainingType, call.TargetMethod.ContainingType));
            if (isOwn && _context.Callees.MayChange(call.TargetMethod, member))
            {
                state.Set(member, FlowValue.Unknown);
            }
        }
    }

    private static bool IsReading(IMethodSymbol method) => method.Name is "Contains" or "ContainsKey" or "TryGetValue" or "ToArray" or "ToList" or "GetEnumerator" or "IndexOf" or "Any" or "All" or "CopyTo" or "Exists" or "Find" or "FindAll" or "TrueForAll" or "Peek" or "AsReadOnly" or "ForEach" or "GetAsyncEnumerator";

    /// <summary>Whether an argument is a job, or is made of one: <c>t.Status == "ready"</c>.</summary>
    private bool IsToldOfJob(IOperation argument, FlowState state)
    {
        var probe = new JobProbe();
        new Evaluator(_context, _scenario, new FlowOptions { Region = _options.Region, Listener = probe }) { _depth = MaxDepth }.Evaluate(argument, state.Clone());
        return probe.HasSeenJob;
    }

    private sealed class JobProbe : IFlowListener
    {
        internal bool HasSeenJob { get; private set; }

        public void Evaluated(IOperation operation, FlowValue value, FlowState state) =>
            HasSeenJob |= value.Atoms.Any(static a => a.TellsOfJob && a.Kind != AtomKind.Page)
                && operation is not IInterpolatedStringOperation
                && !(operation.Parent is IMemberReferenceOperation { Member: var member } && IsIdentity(member));
    }
}
