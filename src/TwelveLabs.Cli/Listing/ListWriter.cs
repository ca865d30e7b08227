using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Listing;

/// <summary>Shows lists: a table to a person, aligned columns to a pipe, one JSON object a line to a program.</summary>
internal sealed class ListWriter : IFailureReporter
{
    private const string Gap = "  ";

    private readonly IAnsiConsole _console;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _isTable;
    private readonly bool _isJson;

    /// <summary>Makes one.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="isTable">Whether a person looks at it.</param>
    /// <param name="isJson">Whether JSON was asked for.</param>
    public ListWriter(IAnsiConsole console, TextWriter output, TextWriter error, bool isTable, bool isJson)
    {
        _console = console;
        _output = output;
        _error = error;
        _isTable = isTable;
        _isJson = isJson;
    }

    /// <summary>Shows the rows.</summary>
    /// <typeparam name="T">Type of the rows.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="json">How a row is written as JSON.</param>
    /// <param name="columns">The columns, for people.</param>
    public void Write<T>(IReadOnlyList<T> rows, JsonTypeInfo<T> json, params Column<T>[] columns)
    {
        if (_isJson)
        {
            foreach (T row in rows)
            {
                _output.WriteLine(JsonSerializer.Serialize(row, json));
            }

            return;
        }

        string[][] cells = [.. rows.Select(row => columns.Select(column => column.Value(row) ?? "").ToArray())];
        if (_isTable)
        {
            WriteTable(columns.Select(static column => column.Header), cells);
        }
        else
        {
            WriteLines([[.. columns.Select(static column => column.Header.ToUpperInvariant())], .. cells]);
        }
    }

    /// <summary>Says something in a line; not to programs.</summary>
    /// <param name="text">What to say.</param>
    public void Say(string text)
    {
        if (!_isJson)
        {
            _output.WriteLine(text);
        }
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure)
    {
        if (_isJson)
        {
            new JsonLinesReporter(_output).Failed(failure);
        }
        else
        {
            _error.WriteLine(failure.Message);
        }
    }

    private void WriteTable(IEnumerable<string> headers, string[][] cells)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))));
        }

        foreach (string[] row in cells)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        _console.Write(table);
    }

    private void WriteLines(string[][] lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        foreach (string[] line in lines)
        {
            _output.WriteLine(string.Join(Gap, line.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }
}
