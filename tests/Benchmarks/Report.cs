namespace Benchmarks;

/// <summary>The figures of a run, and whether each keeps its bound.</summary>
internal sealed class Report
{
    private readonly List<Row> _rows = [];
    private string _part = "";

    /// <summary>Whether no bound was missed and no answer was wrong.</summary>
    public bool HoldsEverywhere => _rows.All(static row => row.Holds != false);

    /// <summary>Names the measurement that the next figures belong to.</summary>
    public void Begin(string part) => _part = part;

    /// <summary>Adds a figure that is only shown.</summary>
    public void Add(string what, string value) => _rows.Add(new(_part, what, value, "", null));

    /// <summary>Adds a figure that has a bound.</summary>
    public void Judge(string what, string value, string bound, bool holds) => _rows.Add(new(_part, what, value, bound, holds));

    /// <summary>Adds a wrong answer.</summary>
    public void Wrong(string message) => _rows.Add(new(_part, message, "wrong", "", false));

    /// <summary>Writes all figures as one table.</summary>
    public void Print(TextWriter output)
    {
        int what = Width("Figure", static row => row.What);
        int value = Width("Measured", static row => row.Value);
        int bound = Width("Bound", static row => row.Bound);
        int part = Width("Part", static row => row.Part);
        output.WriteLine($"| {"Part".PadRight(part)} | {"Figure".PadRight(what)} | {"Measured".PadLeft(value)} | {"Bound".PadRight(bound)} | Holds |");
        output.WriteLine($"|{new string('-', part + 2)}|{new string('-', what + 2)}|{new string('-', value + 1)}:|{new string('-', bound + 2)}|-------|");
        foreach (Row row in _rows)
        {
            string holds = row.Holds switch { true => "yes", false => "NO", null => "" };
            output.WriteLine($"| {row.Part.PadRight(part)} | {row.What.PadRight(what)} | {row.Value.PadLeft(value)} | {row.Bound.PadRight(bound)} | {holds,-5} |");
        }
    }

    private int Width(string title, Func<Row, string> column) => _rows.Select(column).Append(title).Max(static text => text.Length);

    private sealed record Row(string Part, string What, string Value, string Bound, bool? Holds);
}
