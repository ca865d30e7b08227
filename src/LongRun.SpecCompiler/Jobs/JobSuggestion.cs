using System.Text;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Output;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Writes a starter overlay for a document, and says what became of it.</summary>
public static class JobSuggestion
{
    /// <summary>Writes the overlay, unless there is one already or nothing to put in it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="input">Path of the document.</param>
    /// <param name="overlay">Path of the overlay.</param>
    /// <param name="diagnostics">Takes what became of it.</param>
    public static void Run(ApiDocument document, string input, string overlay, DiagnosticBag diagnostics)
    {
        if (File.Exists(overlay))
        {
            diagnostics.Warn(DiagnosticIds.UnwatchedJob, new SourcePosition(overlay, 1, 1), "The overlay is there already and was left as it is; rename or delete it to get a new one.");
            return;
        }

        IReadOnlyList<RecognisedJob> jobs = new JobRecognition(document).Find();
        if (jobs.Count == 0)
        {
            diagnostics.Inform(DiagnosticIds.UnwatchedJob, new SourcePosition(input, 1, 1), "Nothing looks like a job that no monitor watches, so no overlay was written.");
            return;
        }

        string text = OverlaySuggestion.Write(document, jobs, Path.GetFileName(input), Path.GetFileName(overlay));
        AtomicFile.Write(overlay, Encoding.UTF8.GetBytes(text));
        string names = string.Join(", ", jobs.Select(static job => $"{job.Name} ({job.Monitor.Title})"));
        diagnostics.Inform(DiagnosticIds.UnwatchedJob, new SourcePosition(overlay, 1, 1), $"Written, with {names}. Check it, and name it under 'Overlays' of the OpenApiClient item.");
    }
}
