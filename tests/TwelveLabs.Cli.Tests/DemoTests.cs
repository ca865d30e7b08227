using System.Text.Json;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Cli.Tests;

public sealed class DemoTests
{
    private const string Fast = "6000";

    [Fact]
    public async Task The_main_job_ends_with_the_video()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--speed", Fast);

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("(?m)^Task: +[0-9a-f]{24}$", result.Output);
        Assert.Matches("(?m)^Status: +ready$", result.Output);
        Assert.Matches("(?m)^Video: +[0-9a-f]{24}$", result.Output);
        Assert.Contains("The Patience of Machines", result.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^Duration: +18:02 ", result.Output);
        Assert.Matches("(?m)^Resolution: +1280x720$", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Json_is_one_object_a_line_and_ends_with_the_video()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--json", "--speed", Fast);

        Assert.Equal(0, result.ExitCode);
        List<JsonElement> lines = result.Lines.Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["simulator", "index", "upload"], lines.Take(3).Select(Event));
        Assert.All(lines.Skip(3).SkipLast(1), static line => Assert.Equal("progress", Event(line)));
        JsonElement last = lines[^1];
        Assert.Equal("finished", Event(last));
        Assert.Equal("ready", last.GetProperty("status").GetString());
        Assert.Equal(1082, last.GetProperty("duration_seconds").GetDouble());
        Assert.Equal((1280, 720), (last.GetProperty("width").GetInt32(), last.GetProperty("height").GetInt32()));
        Assert.NotEqual(last.GetProperty("task_id").GetString(), last.GetProperty("video_id").GetString());
    }

    [Fact]
    public async Task Progress_shows_status_percentage_and_time_left()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--json", "--speed", "180");

        JsonElement running = result.Lines
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .First(static line => Event(line) == "progress" && line.GetProperty("status").GetString() != "ready");
        Assert.InRange(running.GetProperty("percentage").GetDouble(), 0, 100);
        Assert.True(running.GetProperty("remaining_seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task A_job_that_fails_gives_the_reason_and_exit_code_1()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--fail", "--speed", Fast);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ended as 'failed': Video indexing has failed. Please try again.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_cannot_be_fetched_fails_with_its_reason()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--json", "--speed", Fast, "--url", VideoCatalogue.UrlOf(VideoCatalogue.NotEmbeddable));

        Assert.Equal(1, result.ExitCode);
        JsonElement last = JsonDocument.Parse(result.Lines[^1]).RootElement;
        Assert.Equal("failed", Event(last));
        Assert.Contains("embed", last.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_video_is_uploaded_by_its_url()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--speed", Fast, "--url", "https://youtu.be/HarbourFilm");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("A Morning in the Harbour", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_url_that_names_no_single_video_gives_advice_and_the_servers_refusal()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--url", "https://www.youtube.com/playlist?list=PL123");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("playlist", result.Output, StringComparison.Ordinal);
        Assert.Contains("400", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_reaches_its_limit_says_how_to_go_on_with_exit_code_4()
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--speed", Fast, "--max-wait", "1.5", "--url", VideoCatalogue.UrlOf(VideoCatalogue.NeverEnds));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("ResumeIndexing(", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_to_stop_is_answered_with_exit_code_130()
    {
        CommandLine.Result result = await CommandLine.RunAndStopAsync("started: task", "demo", "--max-wait", "60", "--url", VideoCatalogue.UrlOf(VideoCatalogue.NeverEnds));

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vimeo.com/12345", "vimeo.com")]
    [InlineData("not a url", "not a url")]
    [InlineData("", "empty")]
    public async Task A_url_that_is_no_youtube_url_is_refused_before_anything_is_sent(string url, string named)
    {
        CommandLine.Result result = await CommandLine.RunAsync("demo", "--url", url);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Index created", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", "--fail", "--url", "https://youtu.be/HarbourFilm")]
    [InlineData("demo", "--speed", "0")]
    [InlineData("demo", "--speed", "fast")]
    [InlineData("demo", "--max-wait", "-1")]
    [InlineData("demo", "--nonsense")]
    [InlineData("nonsense")]
    public async Task A_wrong_command_line_is_explained_with_exit_code_2(params string[] arguments)
    {
        CommandLine.Result result = await CommandLine.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual("", result.Error);
    }

    private static string? Event(JsonElement line) => line.GetProperty("event").GetString();
}
