using System.Collections.Immutable;
using LongRun.Generators.Emit;
using LongRun.Generators.Model;
using LongRun.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Generators;

/// <summary>Turns the contract attributes of a client into typed operations.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OperationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ContractModel> contract =
            Clients(context.SyntaxProvider, ContractNames.OperationMonitor, TrackingNames.Monitors)
                .Combine(Clients(context.SyntaxProvider, ContractNames.StartsOperation, TrackingNames.Starts))
                .Combine(Requirements(context.SyntaxProvider))
                .Select(static (parsed, _) => ContractSettler.Settle(parsed.Left.Left.AddRange(parsed.Left.Right), parsed.Right))
                .WithTrackingName(TrackingNames.Contract);

        context.RegisterSourceOutput(
            contract.SelectMany(static (c, _) => c.Clients.SelectMany(static client => client.Operations)).WithTrackingName(TrackingNames.Operations),
            static (output, operation) =>
            {
                OperationEmitter.Emit(operation).AddTo(output);
                WatcherEmitter.Emit(operation)?.AddTo(output);
            });

        context.RegisterSourceOutput(
            contract.SelectMany(static (c, _) => c.Clients).WithTrackingName(TrackingNames.Clients),
            static (output, client) => ExtensionsEmitter.Emit(client).AddTo(output));

        context.RegisterSourceOutput(
            contract.SelectMany(static (c, _) => c.Requirements).WithTrackingName(TrackingNames.Requirements),
            static (output, requirements) => RequirementsEmitter.Emit(requirements).AddTo(output));

        context.RegisterSourceOutput(
            contract.SelectMany(static (c, _) => c.Problems).WithTrackingName(TrackingNames.Problems),
            static (output, problem) => output.ReportDiagnostic(ContractDiagnostics.Create(problem)));
    }

    private static IncrementalValueProvider<ImmutableArray<Parsed<ClientModel>>> Clients(SyntaxValueProvider syntax, string attribute, string step) =>
        syntax.ForAttributeWithMetadataName(attribute, static (node, _) => node is MethodDeclarationSyntax, ClientParser.Parse)
            .Where(static parsed => parsed is not null)
            .Select(static (parsed, _) => parsed!)
            .WithTrackingName(step)
            .Collect();

    private static IncrementalValueProvider<ImmutableArray<Parsed<RequirementsModel>>> Requirements(SyntaxValueProvider syntax) =>
        syntax.ForAttributeWithMetadataName(ContractNames.MediaRequirements, static (node, _) => node is TypeDeclarationSyntax, RequirementsParser.Parse)
            .Where(static parsed => parsed is not null)
            .Select(static (parsed, _) => parsed!)
            .WithTrackingName(TrackingNames.Media)
            .Collect();
}
