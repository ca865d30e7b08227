using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
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
                && !new SignatureChecks(contract, context.CancellationToken).IsBefore(call))
            {
                string advice = Verifier(payload, contract) is { } verifier
                    ? $"Call {verifier.ContainingType.Name}.{verifier.Name} with the bytes of the body {(SymbolEqualityComparer.Default.Equals(verifier.ReturnType, payload) ? "instead" : "first")}"
                    : "Check the signature first";
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSite.NameOf(call), payload.Name, advice));
            }
        }
        else if (method.Name.StartsWith("Map", StringComparison.Ordinal) && method.ContainingType.Name == "EndpointRouteBuilderExtensions" && !IsFiltered(call))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                foreach (IParameterSymbol parameter in Handler(argument.Value, context.CancellationToken)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
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
            || Has(method, "NonActionAttribute")
            || HasFilter(method)
            || HasFilter(method.ContainingType))
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
            string advice = Verifier(parameter.Type, contract) is { } verifier ? $"give the bytes of its body to {verifier.ContainingType.Name}.{verifier.Name}" : "check the signature over the bytes of its body";
            report(Diagnostic.Create(Descriptor, place, parameter.Type.Name, "Take the request instead, and " + advice));
        }
    }

    private static ITypeSymbol? Payload(IInvocationOperation call, Contract contract)
    {
        ITypeSymbol? payload = call.TargetMethod.TypeArguments.FirstOrDefault(contract.IsWebhookPayload);
        return payload ?? call.Arguments.Select(static a => (a.Value as ITypeOfOperation)?.TypeOperand).FirstOrDefault(contract.IsWebhookPayload);
    }

    /// <summary>What checks such a payload; rather what gives it back.</summary>
    private static IMethodSymbol? Verifier(ITypeSymbol payload, Contract contract) =>
        payload.ContainingNamespace?.GetTypeMembers()
            .Where(static type => type.IsStatic)
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(contract.VerifiesWebhook)
            .OrderBy(method => SymbolEqualityComparer.Default.Equals(method.ReturnType, payload) ? 0 : 1)
            .FirstOrDefault();

    // A filter of the endpoint, or of the group it is in, may check.
    private static bool IsFiltered(IInvocationOperation call)
    {
        for (IOperation? receiver = CallSite.Receiver(call); receiver is IInvocationOperation group; receiver = CallSite.Receiver(group))
        {
            if (IsEndpointFilter(group))
            {
                return true;
            }
        }

        for (IOperation? outer = call.Parent; outer is IArgumentOperation or IInvocationOperation or IConversionOperation; outer = outer.Parent)
        {
            if (outer is IInvocationOperation further && IsEndpointFilter(further))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEndpointFilter(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal);

    private static IMethodSymbol? Handler(IOperation value, CancellationToken cancellationToken)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value is ILocalReferenceOperation local)
        {
            return LocalValues.OnlyOperation(local, cancellationToken) is { } kept and not ILocalReferenceOperation ? Handler(kept, cancellationToken) : null;
        }

        return (value is IDelegateCreationOperation { Target: var target } ? target : value) switch
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

    // A filter of the program's own may check; the framework's do not.
    private static bool HasFilter(ISymbol symbol) => symbol.GetAttributes().Any(static a =>
        a.AttributeClass is { } type
        && (type.Name is "ServiceFilterAttribute" or "TypeFilterAttribute" || type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) != true)
        && type.AllInterfaces.Any(static i => i.Name == "IFilterMetadata"));

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
