using System.Runtime.CompilerServices;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>Everything that the locals of one body get, wherever they get it: lambdas and local functions included.</summary>
internal sealed class LocalWrites
{
    // Weak: what is known of a body must not outlive its tree in an editor.
    private static readonly ConditionalWeakTable<IOperation, LocalWrites> Known = new();

    private readonly Dictionary<ILocalSymbol, List<Subject?>> _writes = new(SymbolEqualityComparer.Default);

    private LocalWrites(IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            Visit(operation);
        }
    }

    internal static LocalWrites In(IOperation root) => Known.GetValue(root, static r => new LocalWrites(r));

    /// <summary>What the local gets; an entry is <see langword="null"/> where that is not known.</summary>
    internal IReadOnlyList<Subject?> Of(ILocalSymbol local) => _writes.TryGetValue(local, out List<Subject?>? writes) ? writes : [];

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol.IsRef: true } alias:
                Add(alias.Symbol, null);
                break;
            case IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator:
                Add(declarator.Symbol, Subject.Of(initial));
                break;
            case IForEachLoopOperation loop:
                Write(loop.LoopControlVariable, new Subject.Item(Subject.Of(loop.Collection)));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Write(deconstruction.Target, Subject.Of(deconstruction.Value), DeconstructedParts.MethodOf(deconstruction));
                break;
            case ISimpleAssignmentOperation assignment:
                Write(assignment.Target, assignment.IsRef ? null : Subject.Of(assignment.Value));
                break;
            case ICoalesceAssignmentOperation assignment:
                Write(assignment.Target, Subject.Of(assignment.Value));
                break;
            case IAssignmentOperation assignment:
                Write(assignment.Target, null);
                break;
            case IIncrementOrDecrementOperation change:
                Write(change.Target, null);
                break;
            case IAddressOfOperation address:
                Write(address.Reference, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Write(argument.Value, null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Add(local, PatternSubject.Of(pattern));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Add(local, PatternSubject.Of(pattern));
                break;
            case IListPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Add(local, PatternSubject.Of(pattern));
                break;
        }
    }

    private void Write(IOperation target, Subject? value, IMethodSymbol? deconstruct = null)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Add(local.Local, value);
                break;
            case IVariableDeclaratorOperation declarator:
                Add(declarator.Symbol, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression, value, deconstruct);
                break;
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    Write(tuple.Elements[i], value is null ? null : PatternSubject.PartOf(deconstruct, i, value));
                }

                break;
        }
    }

    private void Add(ILocalSymbol local, Subject? value)
    {
        if (!_writes.TryGetValue(local, out List<Subject?>? writes))
        {
            _writes.Add(local, writes = []);
        }

        writes.Add(value);
    }
}
