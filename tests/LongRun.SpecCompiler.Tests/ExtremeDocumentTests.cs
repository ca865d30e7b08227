using System.Diagnostics;
using System.Text;

namespace LongRun.SpecCompiler.Tests;

/// <summary>Documents that are too much: the program says so at a place, in a process of its own, as a build runs it.</summary>
public sealed class ExtremeDocumentTests
{
    // What a build server gives a tool without a thought.
    private const long MostBytes = 1024L * 1024 * 1024;

    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

    public static TheoryData<string> Extremes => new(Documents.Keys);

    private static readonly Dictionary<string, Func<string>> Documents = new(StringComparer.Ordinal)
    {
        ["a file of 100 MB"] = static () => Head + "paths: {}\nx-much:\n" + Many(2_500_000, static _ => "  - 'a text of forty characters, or so...'\n"),
        ["one text of 100 MB"] = static () => Head + $"paths: {{}}\nx-much: '{new string('a', 100_000_000)}'\n",
        ["a list of three million"] = static () => Head + "paths: {}\nx-much: [" + Many(3_000_000, static _ => "1,") + "1]\n",
        ["brackets within brackets"] = static () => Head + $"paths: {{}}\nx-deep: {new string('[', 1_000_000)}",
        ["lines within lines"] = static () => Head + "paths: {}\nx-deep:\n" + Many(5_000, static n => new string(' ', n + 1) + "a:\n"),
        ["json within json"] = static () => Many(500_000, static _ => "{\"a\":"),
        ["anchors that explode"] = static () => Head + "paths: {}\nx0: &x0 [1,1,1,1,1,1,1,1,1,1]\n" + Many(30, static n => $"x{n + 1}: &x{n + 1} [*x{n},*x{n},*x{n},*x{n},*x{n},*x{n},*x{n},*x{n},*x{n},*x{n}]\n"),
        ["a key that never ends"] = static () => Head + "paths: {}\n? '" + new string('k', 10_000_000),
        ["nothing but zeros"] = static () => new string('\0', 1_000_000),
        ["nothing but dashes"] = static () => Many(1_000_000, static _ => "- "),
        ["a pattern within patterns"] = static () => Head + $"paths: {{}}\ncomponents: {{ schemas: {{ a: {{ type: string, pattern: '{new string('(', 100_000)}' }} }} }}\n",
        ["references in a ring that is wide"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(20_000, static n => $"    s{n}: {{ $ref: '#/components/schemas/s{(n + 1) % 20_000}' }}\n"),
        ["parts of parts"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(20_000, static n => $"    s{n}: {{ allOf: [{{ $ref: '#/components/schemas/s{n + 1}' }}, {{ properties: {{ p{n}: {{ type: string }} }} }}] }}\n") + "    s20000: { type: object }\n",
        ["parts that add up"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(90, static n => $"    s{n}: {{ allOf: [{{ $ref: '#/components/schemas/s{n + 1}' }}, {{ properties: {{ {Many(200, p => $"p{n}x{p}: {{ type: string }}, ")} }} }}] }}\n") + "    s90: { type: object }\n",
        ["unions of unions"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(5_000, static n => $"    s{n}: {{ oneOf: [{{ allOf: [{{ $ref: '#/components/schemas/s{n + 1}' }}, {{ properties: {{ p{n}: {{ type: string }} }} }}] }}, {{ type: string }}] }}\n") + "    s5000: { type: object }\n",
        ["lists that double"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(40, static n => $"    s{n}: {{ type: object, items: {{ $ref: '#/components/schemas/s{n + 1}' }}, additionalProperties: {{ $ref: '#/components/schemas/s{n + 1}' }} }}\n") + "    s40: { type: string }\n",
        ["references that all lead nowhere"] = static () => Head + "paths: {}\ncomponents:\n  schemas:\n" + Many(5_000, static n => $"    schema_of_number_{n}: {{ properties: {{ a: {{ $ref: '#/components/schemas/schema_of_nobody_{n}' }} }} }}\n"),
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void What_is_too_much_is_said_at_a_place_and_in_a_gigabyte(string name)
    {
        (int code, string output, long memory) = Run(Documents[name]());
        Assert.Equal(1, code);
        string first = output.Split('\n')[0];
        Assert.Matches(@"api\.yaml\(\d+,\d+\): error LRO300[17]: ", first);
        Assert.DoesNotContain("mistake of the compiler", output, StringComparison.Ordinal);
        Assert.InRange(memory, 1, MostBytes);
    }

    [Fact]
    public void What_is_quoted_of_a_document_stays_on_one_line_of_reasonable_length()
    {
        using SpecRun run = SpecRun.Of(Head + $"paths: {{}}\ncomponents: {{ schemas: {{ a: {{ $ref: \"no\\nwhere\\u2028{new string('x', 100_000)}\" }} }} }}\n");
        string message = Assert.Single(run.Diagnostics).Message;
        Assert.StartsWith("'no where x", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 4001);
    }

    [Fact]
    public void A_large_document_that_is_well_formed_is_read()
    {
        string document = Head + "servers: [{ url: https://t.test }]\npaths: {}\ncomponents:\n  schemas:\n"
            + Many(3_000, static n => $"    s{n}:\n      type: object\n      properties:\n" + Many(20, static p => $"        p{p}: {{ type: string, description: 'What the property number {p} says of its object.' }}\n"));
        (int code, string output, long memory) = Run(document);
        Assert.Equal("", output);
        Assert.Equal(0, code);
        Assert.InRange(memory, 1, MostBytes);
    }

    private static string Many(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int n = 0; n < count; n++)
        {
            text.Append(part(n));
        }

        return text.ToString();
    }

    private static (int Code, string Output, long Memory) Run(string document)
    {
        using var run = new SpecRun(document);
        var start = new ProcessStartInfo("dotnet", [typeof(CompilerOptions).Assembly.Location, "--input", run.Input, "--document", run.LoweredPath, "--context", run.ContextPath, "--namespace", "A", "--class-name", "B"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = $"0x{MostBytes:X}" },
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();

        // Asked while it runs: afterwards the system no longer knows.
        long memory = 0;
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                memory = Math.Max(memory, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two lines; what it took before is known.
            }
        }

        process.WaitForExit();
        Assert.Equal("", error.Result);
        return (process.ExitCode, output.Result, memory);
    }
}
