using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Jobs;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Reports monitors that know no failure: a wait for a job that fails would last until its time limit.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class FailureLint(ApiDocument document, DiagnosticBag diagnostics)
{
    private readonly AnswerSchema _answers = new(document);

    /// <summary>Checks every monitor.</summary>
    public void Run()
    {
        foreach (ApiOperation operation in document.Operations)
        {
            if (operation.Node.Map(VocabularyKeys.Monitor) is not { } monitor || monitor["failed"] is ListNode { Items.Count: > 0 } or ScalarNode { Kind: not ScalarKind.Null })
            {
                continue;
            }

            SourcePosition place = monitor.Has("failed") ? monitor.KeyPosition("failed") : operation.Node.KeyPosition(VocabularyKeys.Monitor);
            diagnostics.Warn(DiagnosticIds.NoFailure, place, $"The monitor '{monitor.Text("name") ?? operation.Title}' names no status of failure, so a job that fails is waited for until the time limit. {Advice(operation, monitor)}");
        }
    }

    private string Advice(ApiOperation operation, MapNode monitor)
    {
        IReadOnlyList<string> listed = RuntimeExpression.Parse(monitor.Text("status") ?? "") is { Source: RuntimeExpression.ResponseBody } status
            ? _answers.Listed(_answers.At(operation, status.Target))
            : [];
        List<string> failures = listed.Where(StatusWords.IsFailure).Except(Succeeded(monitor), StringComparer.Ordinal).ToList();
        if (failures.Count > 0)
        {
            return $"By their names these are failures: add 'failed: {YamlText.Flow(failures)}'.";
        }

        return listed.Count == 0
            ? "The status schema lists no statuses; add 'failed: […]' with those that end the job without success."
            : $"Add 'failed: […]' with those of {string.Join(", ", listed)} that end the job without success.";
    }

    private static IEnumerable<string> Succeeded(MapNode monitor) =>
        monitor.List("succeeded")?.Scalars.Select(static value => value.Text) ?? (monitor.Text("succeeded") is { } single ? [single] : []);
}
