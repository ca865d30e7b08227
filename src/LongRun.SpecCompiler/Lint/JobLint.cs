using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Jobs;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Points out jobs that nobody can wait for, with the YAML that changes that.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class JobLint(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Looks for jobs.</summary>
    public void Run()
    {
        var vocabulary = new JobVocabulary(document);
        foreach (RecognisedJob job in new JobRecognition(document).Find())
        {
            IEnumerable<string> starts = job.Starts.Select(start =>
                $"on {start.Operation.Title} '{VocabularyKeys.Start}: {Flow(vocabulary.Start(job, start))}'");
            string ids = string.Join("", job.Starts.Select(static start => start.Operation).Append(job.Monitor)
                .Where(operation => !vocabulary.HasOwnId(operation))
                .Select(operation => $", on {operation.Title} 'operationId: {vocabulary.IdOf(operation, job)}'"));
            diagnostics.Inform(
                DiagnosticIds.UnwatchedJob,
                job.Monitor.Node.Position,
                $"{job.Monitor.Title} looks like the status of a job ({string.Join(", ", job.Status.Values)}), and nothing can wait for it. If it is one, write here, or in an overlay, "
                + $"'{VocabularyKeys.Monitor}: {Flow(vocabulary.Monitor(job))}', {string.Join(", ", starts)}{ids}. 'dotnet build -t:SuggestOperations' writes an overlay with all of it.");
        }
    }

    private static string Flow(IEnumerable<(string Key, string Value)> keys) =>
        $"{{ {string.Join(", ", keys.Select(static entry => $"{entry.Key}: {entry.Value}"))} }}";
}
