using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Configuration;

/// <summary>LRO4004: the body of a webhook read with no check of its signature before, or bound by the framework.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnverifiedWebhook : ContractAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.UnverifiedWebhook,
        "Webhook is read without its signature",
        "Nothing has checked the signature of this {0}: anybody who knows the address can send one. {1}.",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A webhook's address is no secret. Only its signature, over the bytes of the body as they came, says who sent it.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.UnverifiedWebhook));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract)
    {
        context.RegisterOperationAction(c => VisitCall(c, (IInvocationOperation)c.Operation, contract), OperationKind.Invocation);
        context.RegisterSymbolAction(c => VisitAction(c, (IMethodSymbol)c.Symbol, contract), SymbolKind.Method);
    }

    private static void VisitCall(OperationAnalysisContext context, IInvocationOperation call, Contract contract)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name is "Deserialize" or "DeserializeAsync" or "ReadFromJsonAsync")
        {
            if (method.ContainingType.Name is "JsonSerializer" or "HttpRequestJsonExtensions" or "HttpContentJsonExtensions"
                && Payload(call, contract) is { } payload
                && !IsVerifiedBefore(call, contract, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSite.NameOf(call), payload.Name, "Check the signature first"));
            }
        }
        else if (method.Name.StartsWith("Map", StringComparison.Ordinal) && method.ContainingType.Name == "EndpointRouteBuilderExtensions")
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                foreach (IParameterSymbol parameter in Handler(argument.Value)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
                {
                    Judge(parameter, contract, context.ReportDiagnostic);
                }
            }
        }
    }

    private static void VisitAction(SymbolAnalysisContext context, IMethodSymbol method, Contract contract)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: > 0 }
            || !method.Parameters.Any(p => contract.IsWebhookPayload(p.Type))
            || !IsController(method.ContainingType)
            || Has(method, "NonActionAttribute"))
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Judge(parameter, contract, context.ReportDiagnostic);
        }
    }

    private static void Judge(IParameterSymbol parameter, Contract contract, Action<Diagnostic> report)
    {
        if (contract.IsWebhookPayload(parameter.Type)
            && parameter.Locations is [{ IsInSource: true } place, ..]
            && !Has(parameter, "FromServicesAttribute")
            && !Has(parameter, "FromKeyedServicesAttribute")
            && parameter.Type.GetMembers("BindAsync").IsEmpty)
        {
            report(Diagnostic.Create(Descriptor, place, parameter.Type.Name, "Take the request instead, and check the signature over the bytes of its body"));
        }
    }

    private static ITypeSymbol? Payload(IInvocationOperation call, Contract contract)
    {
        ITypeSymbol? payload = call.TargetMethod.TypeArguments.FirstOrDefault(contract.IsWebhookPayload);
        return payload ?? call.Arguments.Select(static a => (a.Value as ITypeOfOperation)?.TypeOperand).FirstOrDefault(contract.IsWebhookPayload);
    }

    /// <summary>Whether a check stands before the call, in the same function or in one around it.</summary>
    private static bool IsVerifiedBefore(IInvocationOperation call, Contract contract, CancellationToken cancellationToken)
    {
        IOperation root = call;
        var around = new HashSet<IOperation>();
        for (IOperation? outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            root = outer;
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                around.Add(outer);
            }
        }

        foreach (IInvocationOperation other in root.Descendants().OfType<IInvocationOperation>())
        {
            if (other.Syntax.SpanStart < call.Syntax.SpanStart
                && (Function(other) is not { } function || around.Contains(function))
                && Verifies(other, contract, cancellationToken))
            {
                return true;
            }
        }

        // In the arguments of the call itself: Deserialize(Verified(body)).
        return call.Arguments.Any(a => a.Descendants().OfType<IInvocationOperation>().Any(i => Verifies(i, contract, cancellationToken)));
    }

    private static IOperation? Function(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }

    // A method of the same file that checks on behalf of its caller counts too.
    private static bool Verifies(IInvocationOperation call, Contract contract, CancellationToken cancellationToken)
    {
        if (contract.VerifiesWebhook(call.TargetMethod))
        {
            return true;
        }

        return call.TargetMethod.DeclaringSyntaxReferences is [var declaration]
            && call.SemanticModel is { } model
            && declaration.SyntaxTree == model.SyntaxTree
            && model.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken) is { } body
            && body.Descendants().OfType<IInvocationOperation>().Any(i => contract.VerifiesWebhook(i.TargetMethod));
    }

    private static IMethodSymbol? Handler(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return (value as IDelegateCreationOperation)?.Target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
    }

    private static bool IsController(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level is { Name: "ControllerBase", ContainingNamespace.Name: "Mvc" } || Has(level, "ApiControllerAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
