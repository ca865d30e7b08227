using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Says of a document as its author wrote it what is likely not meant so.</summary>
public static class DocumentLint
{
    /// <summary>Runs every rule.</summary>
    /// <param name="document">The document, not yet changed.</param>
    /// <param name="diagnostics">Takes what was found.</param>
    public static void Run(ApiDocument document, DiagnosticBag diagnostics)
    {
        new ExtensionLint(document, diagnostics).Run();
        new MisspeltLint(document, diagnostics).Run();
        new SecurityLint(document, diagnostics).Run();
        new BodyLint(document, diagnostics).Run();
        new LimitLint(document, diagnostics).Run();
        new FailureLint(document, diagnostics).Run();
        new JobLint(document, diagnostics).Run();
    }
}
