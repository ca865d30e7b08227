using System.Collections.Concurrent;
using System.Diagnostics;

namespace LongRun.Consumers.Tests;

/// <summary>A site that runs in a process of its own, on a free port of the loopback interface.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSite(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The site ended before it listened.\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Calls it.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a site and waits until it listens.</summary>
    public static async Task<RunningSite> StartAsync(string folder, string program, CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        var site = new RunningSite(start);
        site.Http.BaseAddress = await site._address.Task.WaitAsync(cancellationToken);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and int at)
        {
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
