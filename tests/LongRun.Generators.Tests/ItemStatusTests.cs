using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>A job without a status of its own: the wait goes by those of a list's items.</summary>
public sealed class ItemStatusTests
{
    [Theory]
    [InlineData("Items[].Status", "string? Status", "List<Item>? Items", "Status = value.Items is { } items ? StatusMonitor.StatusOf(global::System.Linq.Enumerable.Select(items, static item => item?.Status)) : null,")]
    [InlineData("Items[].Status", "string Status", "IReadOnlyList<Item> Items", "Select(items, static item => item?.Status)) : null,")]
    [InlineData("Items[].Status", "bool Status", "Item[] Items", "Select(items, static item => item?.Status switch { true => \"true\", false => \"false\", null => null })) : null,")]
    [InlineData("Items[].Status.Code", "Inner? Status", "IEnumerable<Item>? Items", "Select(items, static item => item?.Status?.Code)) : null,")]
    [InlineData("Items[]", "int Status", "string[]? Items", "Select(items, static item => item)) : null,")]
    [InlineData("Whole.Items[].Status", "Phase Status", "Wrapper? Whole", "Status = value.Whole?.Items is { } items ?")]
    public void Each_item_is_read_and_all_of_them_are_the_status(string path, string member, string list, string code)
    {
        GeneratorRun run = Run($"\"{path}\"", "", member, list).AssertClean();

        Assert.Contains(code, run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_with_a_reason_and_no_status_has_failed()
    {
        string text = Run("\"Items[].Status\"", ", FailureReason = \"Items[].Reason\"", "string? Status", "List<Item>? Items").AssertClean().Text("RunOperation.g.cs");

        Assert.Contains("static item => (item?.Status) ?? ((item?.Reason) is null ? null : \"broken\")", text, StringComparison.Ordinal);
        Assert.Contains(
            "FailureReason = value.Items is { } reasons ? global::System.Linq.Enumerable.FirstOrDefault(global::System.Linq.Enumerable.Select(reasons, static item => item?.Reason), static text => text is not null) : null,",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_may_be_that_of_the_whole()
    {
        string text = Run("\"Items[].Status\"", ", FailureReason = \"Problem\"", "string? Status", "List<Item>? Items").AssertClean().Text("RunOperation.g.cs");

        Assert.Contains("FailureReason = value.Problem,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"broken\")", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Items[].Status", "string? Status", "int Items", "'Items' is no collection, so that it has no items")]
    [InlineData("Items[].Status", "string? Status", "string Items", "'Items' is no collection, so that it has no items")]
    [InlineData("Items[].State", "string? Status", "List<Item>? Items", "Item has no readable member 'State'; it has Reason, Status")]
    [InlineData("Parts[].Status", "string? Status", "List<Item>? Items", "Job has no readable member 'Parts'; it has Id, Items, Problem")]
    public void A_path_that_leads_nowhere_is_reported(string path, string member, string list, string message)
    {
        Diagnostic problem = Assert.Single(Run($"\"{path}\"", "", member, list).Result.Diagnostics);

        Assert.Equal("LROG003", problem.Id);
        Assert.Contains(message, problem.GetMessage(), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string status, string more, string member, string list) => GeneratorRun.Of($$"""
        /// <summary>Phase.</summary>
        public enum Phase
        {
            /// <summary>1.</summary>
            Done,
            /// <summary>2.</summary>
            Broken,
        }

        /// <summary>Inner.</summary>
        public sealed class Inner
        {
            /// <summary>1.</summary>
            public string? Code { get; set; }
        }

        /// <summary>Item.</summary>
        public sealed class Item
        {
            /// <summary>1.</summary>
            public {{member}} { get; set; } = default!;
            /// <summary>2.</summary>
            public string? Reason { get; set; }
        }

        /// <summary>Wrapper.</summary>
        public sealed class Wrapper
        {
            /// <summary>1.</summary>
            public List<Item>? Items { get; set; }
        }

        /// <summary>Answer.</summary>
        public sealed class Job
        {
            /// <summary>1.</summary>
            public string Id { get; set; } = "";
            /// <summary>2.</summary>
            public {{list}} { get; set; } = default!;
            /// <summary>3.</summary>
            public string? Problem { get; set; }
        }

        /// <summary>Client.</summary>
        public interface IClient
        {
            /// <summary>Looks.</summary>
            [OperationMonitor("Run", "id", {{status}}, Succeeded = ["{{(member.StartsWith("bool", StringComparison.Ordinal) ? "true" : member.StartsWith("Phase", StringComparison.Ordinal) ? "Done" : "done")}}"], Failed = ["{{(member.StartsWith("Phase", StringComparison.Ordinal) ? "Broken" : "broken")}}"]{{more}})]
            Task<Job> GetAsync(string id);
        }
        """);
}
