namespace Benchmarks;

/// <summary>The figures of a run, and whether each keeps its bound.</summary>
internal sealed class Report
{
    private const int LongestRow = 120;

    private readonly List<Row> _rows = [];
    private readonly List<(string Part, string Text)> _notes = [];
    private string _part = "";

    /// <summary>Whether no bound was missed and no answer was wrong.</summary>
    public bool HoldsEverywhere => _rows.All(static row => row.Holds != false);

    /// <summary>The parts that were measured.</summary>
    public IEnumerable<string> Parts => _rows.Select(static row => row.Part).Distinct();

    /// <summary>Names the measurement that the next figures belong to.</summary>
    public void Begin(string part) => _part = part;

    /// <summary>Adds a figure that is only shown.</summary>
    public void Add(string what, string value) => _rows.Add(new(_part, what, value, "", null));

    /// <summary>Adds a figure that has a bound.</summary>
    public void Judge(string what, string value, string bound, bool holds) => _rows.Add(new(_part, what, value, bound, holds));

    /// <summary>Adds a wrong answer: all of it is shown, the table has its beginning.</summary>
    public void Wrong(string message)
    {
        Console.Error.WriteLine(message);
        string line = message.ReplaceLineEndings(" ");
        _rows.Add(new(_part, line.Length > LongestRow ? line[..LongestRow] + "…" : line, "wrong", "", false));
    }

    /// <summary>Adds a table of its own, in Markdown, and shows it.</summary>
    public void Note(string table)
    {
        Console.WriteLine();
        Console.Write(table);
        _notes.Add((_part, table));
    }

    /// <summary>The tables of a part.</summary>
    public IEnumerable<string> NotesOf(string part) => _notes.Where(note => note.Part == part).Select(static note => note.Text);

    /// <summary>Writes figures as one table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="part">The part; all where it is null.</param>
    public void Print(TextWriter output, string? part = null)
    {
        Row[] rows = [.. _rows.Where(row => part is null || row.Part == part)];
        int what = Width(rows, "Figure", static row => row.What);
        int value = Width(rows, "Measured", static row => row.Value);
        int bound = Width(rows, "Bound", static row => row.Bound);
        int name = Width(rows, "Part", static row => row.Part);
        output.WriteLine($"| {"Part".PadRight(name)} | {"Figure".PadRight(what)} | {"Measured".PadLeft(value)} | {"Bound".PadRight(bound)} | Holds |");
        output.WriteLine($"|{new string('-', name + 2)}|{new string('-', what + 2)}|{new string('-', value + 1)}:|{new string('-', bound + 2)}|-------|");
        foreach (Row row in rows)
        {
            string holds = row.Holds switch { true => "yes", false => "NO", null => "" };
            output.WriteLine($"| {row.Part.PadRight(name)} | {row.What.PadRight(what)} | {row.Value.PadLeft(value)} | {row.Bound.PadRight(bound)} | {holds,-5} |");
        }
    }

    private static int Width(Row[] rows, string title, Func<Row, string> column) => rows.Select(column).Append(title).Max(static text => text.Length);

    private sealed record Row(string Part, string What, string Value, string Bound, bool? Holds);
}
