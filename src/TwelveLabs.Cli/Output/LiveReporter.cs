using LongRun;
using Spectre.Console;

namespace TwelveLabs.Cli.Output;

/// <summary>A display that moves, for a person at a terminal.</summary>
/// <param name="console">The terminal.</param>
/// <param name="error">Takes the line that says why there is no result: standard error, which may be a terminal or not.</param>
internal sealed class LiveReporter(IAnsiConsole console, TextWriter error) : IReporter
{
    /// <inheritdoc />
    public void Step(string name, string text) => console.MarkupLineInterpolated($"[green]✓[/] {text}");

    /// <inheritdoc />
    public Task<T> WaitAsync<T>(Func<IProgress<OperationProgress>, Task<T>> wait) => console
        .Progress()
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask("waiting", maxValue: 1);
            return await wait(new ImmediateProgress(progress =>
            {
                string left = DisplayText.Left(progress) is { } text ? ", " + text : "";
                bar.Description = Markup.Escape($"{progress.Status ?? "?"}{left}");
                bar.IsIndeterminate = progress.Fraction is null;
                bar.Value = progress.Fraction ?? bar.Value;
            })).ConfigureAwait(false);
        });

    /// <inheritdoc />
    public void Finished(VideoSummary video)
    {
        Table table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("name").AddColumn("value");
        foreach ((string name, string value) in DisplayText.Rows(video))
        {
            table.AddRow(new Text(name, new Style(decoration: Decoration.Bold)), new Text(value));
        }

        console.Write(table);
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure) => error.WriteLine(failure.Message);
}
