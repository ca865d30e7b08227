using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
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
        "AddStandardResilienceHandler" => !SparesCreates(call),
        "AddResilienceHandler" => Names(call, cancellationToken).Contains("AddRetry"),
        "AddPolicyHandler" or "AddTransientHttpErrorPolicy" => IsRetryPolicy(Names(call, cancellationToken)),
        _ => false,
    };

    // .AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods()), or in a Configure after it.
    private static bool SparesCreates(IInvocationOperation call)
    {
        IOperation statement = call;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            statement = parent;
        }

        return statement.Syntax.DescendantTokens().Any(static t => t.ValueText is "DisableForUnsafeHttpMethods" or "DisableFor");
    }

    private static bool IsRetryPolicy(ImmutableArray<string> names) =>
        names.Any(static n => n.Contains("Retry")) || !names.Any(static n => OtherPolicies.Any(n.Contains));

    /// <summary>Names of the methods called in the arguments, and in the only value of a local given there.</summary>
    private static ImmutableArray<string> Names(IInvocationOperation call, CancellationToken cancellationToken)
    {
        IOperation? receiver = CallSite.Receiver(call);
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (receiver is not null && argument.Syntax.Span.Contains(receiver.Syntax.Span))
            {
                continue;
            }

            IOperation? value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
            value = value is ILocalReferenceOperation local ? LocalValues.OnlyOperation(local, cancellationToken) : value;
            names.AddRange(value?.DescendantsAndSelf().OfType<IInvocationOperation>().Select(static i => i.TargetMethod.Name) ?? []);
        }

        return names.ToImmutable();
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
