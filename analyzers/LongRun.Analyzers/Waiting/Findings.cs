using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting;

/// <summary>
/// What the rules on waiting have found where they reported, for a fixer: a report carries text only. The rules look at the
/// body once more when it asks, because few reports are mended, and an editor judges a body again at every key.
/// </summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Id, TextSpan Place), (WaitingBody Body, object What)> _found = [];

    private Findings()
    {
    }

    /// <summary>Looks again at the bodies that these reports are in; all are of one document.</summary>
    internal static Findings Of(SemanticModel model, AnalyzerOptions options, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        if (Contract.Find(model.Compilation) is not { } contract)
        {
            return findings;
        }

        foreach (IGrouping<IOperation?, Diagnostic> reports in diagnostics.GroupBy(d => RootAt(model, d.Location.SourceSpan, cancellationToken)))
        {
            if (reports.Key is { } root && OwnerAt(model, reports.First().Location.SourceSpan, cancellationToken) is { } owner)
            {
                WaitingBody body = findings.BodyOf(contract, root, owner, options, cancellationToken);
                var ids = new HashSet<string>(reports.Select(static r => r.Id), StringComparer.Ordinal);
                WaitingAnalyzer.Examine(body, ids);
                if (ids.Contains(DiagnosticIds.IncompleteStatusSwitch))
                {
                    IncompleteStatusSwitch.Examine(body, new StatusCatalog(model.Compilation, contract));
                }
            }
        }

        return findings;
    }

    /// <summary>What was found there, and in which body; <see langword="null"/> where that is no longer so, or nothing to mend.</summary>
    internal (WaitingBody Body, object What)? At(Diagnostic diagnostic) =>
        _found.TryGetValue((diagnostic.Id, diagnostic.Location.SourceSpan), out (WaitingBody, object) found) ? found : null;

    private WaitingBody BodyOf(Contract contract, IOperation root, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        WaitingBody? body = null;
        return body = new WaitingBody(contract, root, owner, options, Add, cancellationToken);

        void Add(Diagnostic diagnostic, object? what)
        {
            if (what is not null)
            {
                _found[(diagnostic.Id, diagnostic.Location.SourceSpan)] = (body!, what);
            }
        }
    }

    private static IOperation? RootAt(SemanticModel model, TextSpan place, CancellationToken cancellationToken)
    {
        for (SyntaxNode? node = model.SyntaxTree.GetRoot(cancellationToken).FindNode(place, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation)
            {
                return WaitingBody.RootOf(operation);
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
