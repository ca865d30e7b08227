using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>Whether a start asks for the same with every turn of a loop. Where that cannot be seen, it does not.</summary>
internal sealed class SameRequest
{
    // Calls that give something else each time, whatever they are given.
    private static readonly string[] Changing = ["Next", "Random", "NewGuid", "Dequeue"];

    // Calls that do where they are given nothing to choose by: ReadLine() reads on, OpenRead(path) does not.
    private static readonly string[] Advancing = ["Read", "Receive", "Take", "Pop", "Peek", "Poll", "Fetch", "Consum", "Shift", "First", "Single", "Get"];

    // Awaited calls that give the same for the same; of all others nobody knows.
    private static readonly string[] Making = ["Build", "Create", "Make", "Prepare", "Load", "Open", "ReadAll", "Parse", "To", "Map", "From"];

    private static readonly string[] Mutating = ["Add", "Remove", "Insert", "Clear", "Enqueue", "Dequeue", "Push", "Pop", "TryTake", "Take", "Set", "Move", "Rotate", "Switch"];

    private readonly BodyUses _uses;
    private readonly IOperation _root;
    private readonly Func<SyntaxNode, bool> _isRepeated;
    private readonly IOperation? _repeated;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <param name="body">The body that holds the loop.</param>
    /// <param name="repeated">The loop, or the function that is run again by jumps.</param>
    /// <param name="isRepeated">Whether a node is run again with each turn.</param>
    internal SameRequest(WaitingBody body, IOperation? repeated, Func<SyntaxNode, bool> isRepeated)
    {
        _uses = body.Uses;
        _root = body.Root;
        _repeated = repeated;
        _isRepeated = isRepeated;
    }

    internal bool Holds(IInvocationOperation start) =>
        (start.Instance is null || IsSame(start.Instance))
        && start.Arguments.All(a => a.Parameter?.Type.Name is "CancellationToken" or "WaitOptions" || IsSame(a.Value));

    private bool IsSame(IOperation value) => value.DescendantsAndSelf().All(part => part switch
    {
        ILocalReferenceOperation local => IsInside(local.Local, value) || IsSameLocal(local.Local),
        IParameterReferenceOperation parameter => IsInside(parameter.Parameter, value) || IsSameParameter(parameter.Parameter),
        IInvocationOperation call => IsSameCall(call),
        IPropertyReferenceOperation { Property.Name: "Current" or "Now" or "UtcNow" or "Today" } => false,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => !MayChange(member.Member),
        IIncrementOrDecrementOperation or ICompoundAssignmentOperation => false,
        IAssignmentOperation assignment => assignment.Parent is IObjectOrCollectionInitializerOperation,
        _ => true,
    });

    private bool IsSameLocal(ILocalSymbol local)
    {
        if (!_asked.Add(local))
        {
            return true;
        }

        if (local.DeclaringSyntaxReferences is not [var reference])
        {
            return false;
        }

        SyntaxNode declaration = reference.GetSyntax();
        int allowedWrites = 0;
        if (_isRepeated(declaration))
        {
            if (_root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local)) is not { } declarator)
            {
                return false;
            }

            switch (declarator)
            {
                case { Parent: IForEachLoopOperation loop }:
                    if (loop == _repeated || loop.IsAsynchronous || !IsSame(loop.Collection))
                    {
                        return false;
                    }

                    break;
                case { Initializer: { } initializer }:
                    if (!IsSame(initializer.Value))
                    {
                        return false;
                    }

                    break;
                case { Parent: IVariableDeclarationOperation }:
                    allowedWrites = 1;
                    break;
                default:
                    return false;
            }
        }

        return _uses.MentionsOf(local).Where(use => _isRepeated(use.Syntax)).All(use => IsUnchangedBy(use, ref allowedWrites));
    }

    private bool IsUnchangedBy(IOperation use, ref int allowedWrites) => use.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == use => allowedWrites-- > 0 && IsSame(assignment.Value),
        IAssignmentOperation assignment when assignment.Target == use => false,
        IIncrementOrDecrementOperation => false,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target != tuple,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,

        // request.Url = urls[i];
        IMemberReferenceOperation { Parent: IIncrementOrDecrementOperation } => false,
        IMemberReferenceOperation { Parent: ICompoundAssignmentOperation change } member when change.Target == member => false,
        IMemberReferenceOperation { Parent: IAssignmentOperation change } member when change.Target == member => IsSame(change.Value),

        // request.Tags.Add(…);
        IMemberReferenceOperation { Parent: IInvocationOperation call } member when call.Instance == member => !IsMutating(call),
        IInvocationOperation call when call.Instance == use => !IsMutating(call),
        _ => true,
    };

    private static bool IsMutating(IInvocationOperation call) => Mutating.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal));

    private static bool IsSameCall(IInvocationOperation call)
    {
        string name = call.TargetMethod.Name;
        bool hasArguments = call.Arguments.Any(static a => a.Parameter?.Type.Name != "CancellationToken");
        return !Changing.Any(name.Contains)
            && (hasArguments || !Advancing.Any(name.Contains))
            && (call.Parent is not IAwaitOperation || Making.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private bool IsSameParameter(IParameterSymbol parameter)
    {
        if (!_asked.Add(parameter))
        {
            return true;
        }

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function
            && parameter.DeclaringSyntaxReferences is [var declaration]
            && _isRepeated(declaration.GetSyntax()))
        {
            // urls.Select(u => api.StartAsync(u)): the same lambda over the same source.
            return _root.Descendants().OfType<IAnonymousFunctionOperation>().FirstOrDefault(l => SymbolEqualityComparer.Default.Equals(l.Symbol, function)) is { } lambda
                && BodyUses.Taker(lambda) is IArgumentOperation { Parent: IInvocationOperation call } taker
                && (call.Instance is null || IsSame(call.Instance))
                && call.Arguments.All(a => a == taker || IsSame(a.Value));
        }

        int allowedWrites = 0;
        return _uses.MentionsOf(parameter).Where(use => _isRepeated(use.Syntax)).All(use => IsUnchangedBy(use, ref allowedWrites));
    }

    /// <summary>Whether a member of this object or type is written with each turn, or may be by a method that is called then.</summary>
    private bool MayChange(ISymbol member)
    {
        bool isFixed = member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null } or IPropertySymbol { SetMethod.IsInitOnly: true };
        return !isFixed && _root.Descendants().Any(o => _isRepeated(o.Syntax) && o switch
        {
            IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation, Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } target } =>
                SymbolEqualityComparer.Default.Equals(target.Member, member),
            IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod: { } method } => SymbolEqualityComparer.Default.Equals(method.ContainingType, member.ContainingType),
            _ => false,
        });
    }

    private static bool IsInside(ISymbol symbol, IOperation value) => symbol.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == value.Syntax.SyntaxTree && value.Syntax.Span.Contains(declaration.Span);
}
