using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting;

/// <summary>
/// How to mend what the rules on waiting reported. Worked out when a fixer asks and not with the report: few reports are
/// mended from, and an editor judges a body again at every key. The rule looks at the body once more, and its edits are taken.
/// </summary>
internal sealed class Mendings
{
    private readonly Dictionary<(string Id, TextSpan Place), ImmutableArray<CodeEdit>> _edits = [];

    private Mendings()
    {
    }

    /// <summary>Looks again at the bodies that these reports are in; all are of one document.</summary>
    internal static Mendings Of(SemanticModel model, AnalyzerOptions options, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var mendings = new Mendings();
        if (Contract.Find(model.Compilation) is not { } contract)
        {
            return mendings;
        }

        foreach (IGrouping<IOperation?, Diagnostic> reports in diagnostics.GroupBy(d => RootAt(model, d.Location.SourceSpan, cancellationToken)))
        {
            if (reports.Key is { } root && OwnerAt(model, reports.First().Location.SourceSpan, cancellationToken) is { } owner)
            {
                var body = new WaitingBody(contract, root, owner, options, mendings.Add, cancellationToken);
                var ids = new HashSet<string>(reports.Select(static r => r.Id), StringComparer.Ordinal);
                WaitingAnalyzer.Examine(body, ids);
                if (ids.Contains(DiagnosticIds.IncompleteStatusSwitch))
                {
                    IncompleteStatusSwitch.Examine(body, new StatusCatalog(model.Compilation, contract));
                }
            }
        }

        return mendings;
    }

    /// <summary>How to mend it, the best first; nothing where nobody knows.</summary>
    internal ImmutableArray<CodeEdit> For(Diagnostic diagnostic) =>
        _edits.TryGetValue((diagnostic.Id, diagnostic.Location.SourceSpan), out ImmutableArray<CodeEdit> edits) ? edits : ImmutableArray<CodeEdit>.Empty;

    private void Add(Diagnostic diagnostic, IEnumerable<CodeEdit> edits) => _edits[(diagnostic.Id, diagnostic.Location.SourceSpan)] = edits.ToImmutableArray();

    private static IOperation? RootAt(SemanticModel model, TextSpan place, CancellationToken cancellationToken)
    {
        for (SyntaxNode? node = model.SyntaxTree.GetRoot(cancellationToken).FindNode(place, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation)
            {
                while (operation.Parent is { } parent)
                {
                    operation = parent;
                }

                return operation;
            }
        }

        return null;
    }

    private static ISymbol? OwnerAt(SemanticModel model, TextSpan place, CancellationToken cancellationToken)
    {
        ISymbol? owner = model.GetEnclosingSymbol(place.Start, cancellationToken);
        while (owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            owner = owner.ContainingSymbol;
        }

        return owner;
    }
}
