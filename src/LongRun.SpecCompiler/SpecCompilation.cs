using System.Text;
using LongRun.SpecCompiler.Checks;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Jobs;
using LongRun.SpecCompiler.Lint;
using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Output;
using LongRun.SpecCompiler.Overlays;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.References;
using LongRun.SpecCompiler.Shaping;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler;

/// <summary>One run of the compiler: read, check, lower, write. Nothing is written unless everything is right.</summary>
public static class SpecCompilation
{
    /// <summary>Compiles a document.</summary>
    /// <param name="options">What to do.</param>
    /// <returns>What was found wrong. The files were written unless there is an error among it.</returns>
    public static IReadOnlyList<Diagnostic> Run(CompilerOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var files = new SourceFiles(diagnostics);
        if (files.ReadDocument(options.Input) is not { } root)
        {
            return diagnostics.All;
        }

        var references = new ReferenceGathering(root, files);
        if (options.Overlays.Count > 0)
        {
            references.GatherFiles();
        }

        foreach (string overlay in options.Overlays)
        {
            if (files.ReadOverlay(overlay) is { } changes)
            {
                new OverlayApplication(root, diagnostics).Apply(new OverlayReader(diagnostics).Read(changes));
            }
        }

        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        new DocumentStructure(diagnostics).Check(root);
        references.GatherAll(diagnostics);
        ApiDocument document = ApiDocument.Open(root, diagnostics);
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        NewerSchemas.Run(root, diagnostics);
        OperationIds.Assign(document);
        new SpeakeasyPolling(document, diagnostics).Run();
        new AzureLongRunning(document, diagnostics).Run();
        if (options.Suggest is { } suggestion)
        {
            JobSuggestion.Run(document, options.Input, suggestion, diagnostics);
            return diagnostics.All;
        }

        ClientNames.Check(options, diagnostics);
        DocumentLint.Run(document, diagnostics);
        new SchemaLayers(document, diagnostics).Run();
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        new SchemaChecks(document, diagnostics).Run();
        foreach (ApiOperation operation in document.Operations)
        {
            new ParameterChecks(document, operation, diagnostics).Run();
        }

        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        var credential = Credential.Of(document);
        Inheritance.Run(document);
        AnswerShaping.Run(document);
        var copies = new CopyBudget(diagnostics);
        UnionShaping.Run(document, diagnostics, copies);
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        DocumentPruning.Run(root);
        ParameterShaping.Run(document);
        SchemaHoisting.Run(document);
        SchemaMerging.Run(document, copies);
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        OpenAnswers.Run(document);
        OperationIsolation.Run(document, credential);
        FollowedUrls.Run(document, diagnostics);
        SchemaInlining.Run(document, diagnostics, copies);
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        string contextName = ContextName(options.ClassName);
        var names = new NameTable(document, options.ClassName, contextName);
        string context = JsonContextWriter.Write(document, names, options.Namespace, contextName);
        new DocumentLowering(document, names, new VocabularyReader(document, names, diagnostics)).Run(contextName, credential);
        if (diagnostics.HasErrors)
        {
            return diagnostics.All;
        }

        using var lowered = new MemoryStream();
        JsonDocumentWriter.Write(root, lowered);
        AtomicFile.Write(options.Document, lowered.GetBuffer().AsSpan(0, (int)lowered.Length));
        AtomicFile.Write(options.Context, Encoding.UTF8.GetBytes(context));
        if (options.Inputs is not null)
        {
            AtomicFile.Write(options.Inputs, Encoding.UTF8.GetBytes(string.Join('\n', [.. files.Paths, ""])));
        }

        return diagnostics.All;
    }

    /// <summary>Name of the serializer context of a client: <c>AcmeClient</c> gives <c>AcmeJsonContext</c>.</summary>
    /// <param name="className">Class of the client.</param>
    /// <returns>The name.</returns>
    public static string ContextName(string className)
    {
        const string suffix = "Client";
        string stem = className.Length > suffix.Length && className.EndsWith(suffix, StringComparison.Ordinal) ? className[..^suffix.Length] : className;
        return stem + "JsonContext";
    }
}
