using System.Text;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Writes an overlay that declares every job that was recognised, for its author to check.</summary>
public sealed class OverlaySuggestion
{
    private readonly ApiDocument _document;
    private readonly JobVocabulary _vocabulary;
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);
    private readonly HashSet<ApiOperation> _named = [];

    private OverlaySuggestion(ApiDocument document)
    {
        _document = document;
        _vocabulary = new JobVocabulary(document);
    }

    /// <summary>Writes the overlay.</summary>
    /// <param name="document">The document, as its author wrote it.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="documentName">Name of the document's file.</param>
    /// <param name="overlayName">Name of the overlay's file.</param>
    /// <returns>The text.</returns>
    public static string Write(ApiDocument document, IReadOnlyList<RecognisedJob> jobs, string documentName, string overlayName)
    {
        var suggestion = new OverlaySuggestion(document);
        suggestion.WriteHead(documentName, overlayName);
        foreach (RecognisedJob job in jobs)
        {
            suggestion.WriteJob(job);
        }

        return suggestion._text.ToString();
    }

    private void WriteHead(string documentName, string overlayName)
    {
        Line(0, $"# What looks like a long-running job in {Comment(documentName)}. It was recognised by its shape alone: check each line,");
        Line(0, "# above all the statuses and the times, which no document tells, and delete what is no job. To use it:");
        Line(0, $"#   <OpenApiClient Include=\"{Comment(documentName)}\" Overlays=\"{Comment(overlayName)}\" … />");
        Line(0, "overlay: 1.0.0");
        Line(0, "info:");
        Line(1, $"title: {YamlText.Scalar("Long-running operations of " + (_document.Root.Map("info")?.Text("title") ?? documentName))}");
        Line(1, "version: 0.1.0");
        Line(0, "actions:");
    }

    private void WriteJob(RecognisedJob job)
    {
        _text.Append('\n');
        Line(1, $"# {Comment(job.Monitor.Title)}: {Comment(string.Join(", ", job.Status.Values))}");
        if (job.Status.IsProse)
        {
            Line(1, "# The statuses are those of a description or a filter, for the schema lists none: check that they are all.");
        }

        OpenAction(DocumentPath.Of(job.Monitor));
        WriteId(job.Monitor, job);
        Line(3, $"{VocabularyKeys.Monitor}:");
        foreach ((string key, string value) in _vocabulary.Monitor(job))
        {
            Line(4, Commented($"{key}: {value}", NoteOf(key, job)));
        }

        foreach (RecognisedStart start in job.Starts)
        {
            OpenAction(DocumentPath.Of(start.Operation));
            WriteId(start.Operation, job);
            Line(3, $"{VocabularyKeys.Start}:");
            foreach ((string key, string value) in _vocabulary.Start(job, start))
            {
                Line(4, Commented($"{key}: {value}", key switch
                {
                    "name" => $"→ Start{value}Async and {value}AndWaitAsync; a verb reads best",
                    "id" when !start.IsIdCertain => "the document does not require it in that answer; a start that gives none throws",
                    _ => null,
                }));
            }
        }

        if (job.Cancel is { } cancel && !_vocabulary.HasOwnId(cancel))
        {
            OpenAction(DocumentPath.Of(cancel));
            WriteId(cancel, job);
        }

        foreach (MapNode.Entry result in job.Results)
        {
            if (DocumentPath.Of(_document.Root, result.Value) is { } path && _marked.Add(path))
            {
                Line(1, $"# Is '{Comment(result.Key)}' there after success only? Then reading it before is a mistake that the analyzer tells of.");
                OpenAction(path);
                Line(3, $"{VocabularyKeys.AvailableWhen}: succeeded");
            }
        }
    }

    private void OpenAction(string target)
    {
        Line(1, $"- target: {YamlText.Quoted(target)}");
        Line(2, "update:");
    }

    private void WriteId(ApiOperation operation, RecognisedJob job)
    {
        if (!_vocabulary.HasOwnId(operation) && _named.Add(operation))
        {
            Line(3, Commented($"operationId: {YamlText.Scalar(_vocabulary.IdOf(operation, job))}", operation.Id is null ? "the document has none" : "the document uses its own twice"));
        }
    }

    private static string? NoteOf(string key, RecognisedJob job) => key switch
    {
        "name" => $"→ {job.Name}Operation and Resume{job.Name}; what the job does reads best",
        "succeeded" when Other(job) is { Count: > 0 } other => $"still running: {Comment(string.Join(", ", other))}",
        "failed" when job.Status.Failed.Count == 0 => "name what ends the job without success, or a wait for such a job lasts until its limit",
        "progress" => "percent has to go from 0 to 100",
        "delay" => "bounds between two polls",
        "maxWaitTime" => "how long may it take?",
        _ => null,
    };

    private static List<string> Other(RecognisedJob job) => job.Status.Values.Except(job.Status.Succeeded).Except(job.Status.Failed).ToList();

    private static string Commented(string line, string? note) => note is null ? line : $"{line}   # {note}";

    // What a document says must not end the comment that it is quoted in.
    private static string Comment(string text) => new(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c).ToArray());

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
