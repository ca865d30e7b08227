using System.Globalization;
using System.Text;

namespace Benchmarks.Analyzers;

/// <summary>
/// Writes a program that uses the client as programs do: mostly code that has nothing to do with it, two calls in each file,
/// a polling loop in every fifth, and mistakes whose number is known.
/// </summary>
internal sealed class ConsumerCode
{
    /// <summary>Lines of one file.</summary>
    public const int LinesOfFile = 100;

    /// <summary>Calls to the client in one file.</summary>
    public const int CallsOfFile = 2;

    // Every fifth file holds a loop.
    private const int FilesOfLoop = 5;

    private readonly int _files;
    private readonly bool _callsClient;

    /// <summary>Describes a program.</summary>
    /// <param name="files">Number of files.</param>
    /// <param name="callsClient">Whether it calls the client at all.</param>
    public ConsumerCode(int files, bool callsClient)
    {
        _files = files;
        _callsClient = callsClient;
    }

    /// <summary>Polling loops in all files together.</summary>
    public int Loops => _callsClient ? _files / FilesOfLoop : 0;

    /// <summary>How often each rule has to report.</summary>
    public IReadOnlyDictionary<string, int> Expected { get; private set; } = new Dictionary<string, int>();

    /// <summary>Writes the files.</summary>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> Write(string folder)
    {
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var paths = new List<string>();
        Directory.CreateDirectory(folder);
        for (int i = 0; i < _files; i++)
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"Feature{i}.cs"));
            File.WriteAllText(path, SourceOf(i, expected));
            paths.Add(path);
        }

        Expected = expected;
        return paths;
    }

    private string SourceOf(int number, SortedDictionary<string, int> expected)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;
            using LongRun;
            using TwelveLabs;

            namespace Consumer.Feature{{number}};

            public sealed record Order(int Id, string Customer, decimal Amount, DateTimeOffset At, IReadOnlyList<OrderLine> Lines);

            public sealed record OrderLine(string Product, int Count, decimal Price);

            public sealed class Service{{number}}
            {
                private readonly Dictionary<int, Order> _orders = new();
                private readonly List<string> _log = new();

            """);
        text.Append(_callsClient ? Calls(number, expected) : "");
        int method = 0;
        while (Lines(text) < LinesOfFile - Filler(0).Split('\n').Length)
        {
            text.AppendLine(Filler(method++));
        }

        while (Lines(text) < LinesOfFile - 1)
        {
            text.AppendLine("    // .");
        }

        return text.AppendLine("}").ToString();
    }

    private static int Lines(StringBuilder text)
    {
        int lines = 0;
        foreach (ReadOnlyMemory<char> chunk in text.GetChunks())
        {
            lines += chunk.Span.Count('\n');
        }

        return lines;
    }

    private static string Calls(int number, SortedDictionary<string, int> expected)
    {
        void Expect(string id) => expected[id] = expected.GetValueOrDefault(id) + 1;
        string url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
        if (number % 10 == 1)
        {
            url = "https://vimeo.com/123456";
            Expect("LRO2002");
        }

        string start = $$"""
                public async Task<IndexTask> UploadAsync(ITwelveLabsClient videos, string index, CancellationToken stop)
                {
                    IndexingOperation started = await videos.StartUploadFromExternalProviderAsync(new() { IndexId = index, Url = new Uri("{{url}}") }, stop);
                    _log.Add(started.Id);
                    return await started.WaitForCompletionAsync(cancellationToken: stop);
                }

            """;
        if (number % FilesOfLoop != 0)
        {
            return start + """

                    public async Task<string> DescribeAsync(ITwelveLabsClient videos, string id, CancellationToken stop)
                    {
                        IndexTask task = await videos.RetrieveTaskAsync(id, stop);
                        return task.Status == IndexTaskStatus.Ready ? task.VideoId! : $"{task.Id}: {task.Status}";
                    }

                """;
        }

        (string body, string[] ids) = (number / FilesOfLoop % 4) switch
        {
            0 => ("if (task.Status == IndexTaskStatus.Ready) return task.VideoId!; await Task.Delay(TimeSpan.FromSeconds(5), stop);", new[] { "LRO1003" }),
            1 => ("if (task.Status == IndexTaskStatus.Ready) return task.VideoId!; if (task.Status == IndexTaskStatus.Failed) throw new InvalidOperationException(task.Id);", ["LRO1004"]),
            2 => ("if (task.Status == IndexTaskStatus.Ready) return task.VideoId!; if (task.Status == IndexTaskStatus.Failed) throw new InvalidOperationException(task.Id); await Task.Delay(200, stop);", ["LRO1007"]),
            _ => ("if (task.Status == IndexTaskStatus.Ready) return task.VideoId!; if (task.Status == IndexTaskStatus.Failed) throw new InvalidOperationException(task.Id); await SaveAsync(task); await Task.Delay(TimeSpan.FromSeconds(5), stop);", []),
        };
        foreach (string id in ids)
        {
            Expect(id);
        }

        return start + $$"""

                public async Task<string> WaitAsync(ITwelveLabsClient videos, string id, CancellationToken stop)
                {
                    while (true)
                    {
                        IndexTask task = await videos.RetrieveTaskAsync(id, stop);
                        {{body}}
                    }
                }

                private Task SaveAsync(IndexTask task)
                {
                    _log.Add(task.Id);
                    return Task.CompletedTask;
                }

            """;
    }

    private static string Filler(int method) => (method % 3) switch
    {
        0 => $$"""
                public IReadOnlyDictionary<string, decimal> Totals{{method}}(DateTimeOffset from, DateTimeOffset to) => _orders.Values
                    .Where(order => order.At >= from && order.At < to && order.Lines.Any(line => line.Count > 0))
                    .GroupBy(order => order.Customer, StringComparer.OrdinalIgnoreCase)
                    .Select(group => (Customer: group.Key, Sum: group.Sum(order => order.Lines.Sum(line => line.Count * line.Price))))
                    .Where(total => total.Sum > 0m)
                    .OrderByDescending(total => total.Sum)
                    .ToDictionary(total => total.Customer, total => total.Sum);

            """,
        1 => $$"""
                public async Task<int> Import{{method}}Async(IAsyncEnumerable<string> rows, CancellationToken stop)
                {
                    int count = 0;
                    await foreach (string row in rows.WithCancellation(stop))
                    {
                        string[] cells = row.Split(';', StringSplitOptions.TrimEntries);
                        if (cells is not [var id, var customer, .. var rest] || !int.TryParse(id, out int number))
                        {
                            _log.Add($"Row {count + 1} is not an order: {row}");
                            continue;
                        }

                        _orders[number] = new Order(number, customer, rest.Length, DateTimeOffset.UnixEpoch, rest.Select((cell, i) => new OrderLine(cell, i, i * 2.5m)).ToList());
                        count++;
                    }

                    return count;
                }

            """,
        _ => $$"""
                public string Report{{method}}(int id)
                {
                    var text = new StringBuilder();
                    if (_orders.TryGetValue(id, out Order? order))
                    {
                        string size = order.Amount switch { < 0m => "refund", 0m => "empty", < 100m => "small", < 1000m => "medium", _ => "large" };
                        text.Append(order.Customer).Append(": ").AppendLine(size);
                        foreach (OrderLine line in order.Lines.Where(l => l.Price > 0m).OrderBy(l => l.Product))
                        {
                            text.AppendLine($"{line.Product,-20} {line.Count,5} {line.Price,10:N2}");
                        }
                    }

                    return text.ToString();
                }

            """,
    };
}
