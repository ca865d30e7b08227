using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

/// <summary>
/// Tests of a rule on waiting. Beside the usual client there are one with an enum as its status, one with a text on a nested
/// path, with and without tasks, and the generated client of Twelve Labs.
/// </summary>
public abstract class PollingTests : RuleTests<WaitingAnalyzer>
{
    protected override IEnumerable<MetadataReference> MoreReferences => [.. References.AspNetCore, References.TwelveLabs];

    protected override string? Support { get; } = File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Waiting/OtherApis.cs.txt"));

    /// <summary>Statements in an async method with jobs, clients, a logger and a token.</summary>
    protected Task PollsAsync(string statements) => FileAsync($$"""
        class Program
        {
            async Task RunAsync(
                IVideoApi api, IRenderApi renders, IExportApi exports, IImportApi imports, TwelveLabs.ITwelveLabsClient client,
                string id, IReadOnlyList<string> ids, string text, int number, bool flag, UploadRequest request,
                ILogger logger, IProgress<VideoTask> progress, CancellationToken stop)
            {
                await Task.CompletedTask;
        {{statements}}
            }
        }
        """);
}
