using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Configuration;

/// <summary>LRO4002: a retry on what a method with <c>[RetriesOwnCalls]</c> returned.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StackedRetries : ContractAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.StackedRetries,
        "Retries are stacked on a client that has its own",
        "{0} already retries what may be retried; {1} on top repeats creates too, and each create starts a job. Remove it.",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The client retries reads, and creates only where the server certainly did not act. A retry around it knows nothing of that.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.StackedRetries));

    // Longer chains are not written by people.
    private const int MaxSteps = 64;

    private static readonly string[] OtherPolicies = ["Timeout", "CircuitBreaker", "Bulkhead", "RateLimit", "NoOp", "Cache"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract) => context.RegisterOperationAction(
        c =>
        {
            var call = (IInvocationOperation)c.Operation;
            if (Retries(call, c.CancellationToken) && Owner(call, contract, c.CancellationToken) is { } owner)
            {
                c.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSite.NameOf(call), owner.Name, call.TargetMethod.Name));
            }
        },
        OperationKind.Invocation);

    private static bool Retries(IInvocationOperation call, CancellationToken cancellationToken) => call.TargetMethod.Name switch
    {
        "AddStandardResilienceHandler" or "AddStandardHedgingHandler" => !SparesCreates(call, Names(call, cancellationToken)),
        "AddResilienceHandler" => Names(call, cancellationToken) is var names && (names.Contains("AddRetry") || names.Contains("AddHedging")) && !SparesCreates(call, names),
        "AddPolicyHandler" or "AddTransientHttpErrorPolicy" => Names(call, cancellationToken) is var names && IsRetryPolicy(names) && !SparesCreates(call, names),
        _ => false,
    };

    // .AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods()), or in a Configure after it; or a choice by method.
    private static bool SparesCreates(IInvocationOperation call, HashSet<string> names)
    {
        IOperation statement = call;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            statement = parent;
        }

        return names.Contains("HttpMethod")
            || names.Contains("DisableForUnsafeHttpMethods")
            || names.Contains("DisableFor")
            || (names.Contains("ShouldHandle") && names.Contains("False"))
            || statement.Syntax.DescendantTokens().Any(static t => t.ValueText is "DisableForUnsafeHttpMethods" or "DisableFor");
    }

    private static bool IsRetryPolicy(HashSet<string> names) =>
        names.Any(static n => n.Contains("Retry")) || !names.Any(static n => OtherPolicies.Any(n.Contains));

    /// <summary>Names in the arguments, and in the declarations of what is named there: a policy's local or field, a method that builds it.</summary>
    private static HashSet<string> Names(IInvocationOperation call, CancellationToken cancellationToken)
    {
        IOperation? receiver = CallSite.Receiver(call);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || (receiver is not null && argument.Syntax.Span.Contains(receiver.Syntax.Span)))
            {
                continue;
            }

            Add(names, argument.Syntax);
            IOperation value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
            names.Add(value.Type?.Name ?? "");
            foreach (ISymbol symbol in argument.Descendants().Select(Named).OfType<ISymbol>())
            {
                // One declaration: partial ones are many files.
                if (symbol.DeclaringSyntaxReferences is [var declaration])
                {
                    Add(names, declaration.GetSyntax(cancellationToken));
                }
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, SyntaxNode syntax)
    {
        foreach (SyntaxToken token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }
    }

    private static ISymbol? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    /// <summary>The only value that a method of the same file returns.</summary>
    private static IOperation? Returned(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences is not [var declaration]
            || declaration.SyntaxTree != call.SemanticModel?.SyntaxTree
            || call.SemanticModel.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken) is not { } body)
        {
            return null;
        }

        IReturnOperation[] returns = body.Descendants().OfType<IReturnOperation>().Where(static r => r.ReturnedValue is not null).ToArray();
        return returns is [{ ReturnedValue: IInvocationOperation value }] ? value : null;
    }

    /// <summary>The registration that the chain of calls goes back to.</summary>
    private static IMethodSymbol? Owner(IInvocationOperation call, Contract contract, CancellationToken cancellationToken)
    {
        IOperation? receiver = CallSite.Receiver(call);
        for (int step = 0; step < MaxSteps && receiver is not null; step++)
        {
            switch (receiver)
            {
                case IInvocationOperation inner when contract.RetriesOwnCalls(inner.TargetMethod):
                    return inner.TargetMethod;

                // A method of the program that only hands on what the registration returned.
                case IInvocationOperation inner when Returned(inner, cancellationToken) is { } returned:
                    receiver = returned;
                    break;

                // Each step hands on the same builder; another type is another thing.
                case IInvocationOperation inner when inner.Type?.Name.EndsWith("Builder", StringComparison.Ordinal) == true:
                    receiver = CallSite.Receiver(inner);
                    break;
                case ILocalReferenceOperation local:
                    receiver = LocalValues.OnlyOperation(local, cancellationToken);
                    break;
                case IConversionOperation conversion:
                    receiver = conversion.Operand;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
