using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Answers of every shape are read, and what may be null is read as such.</summary>
public sealed class MemberReadingTests
{
    [Fact]
    public void Members_are_read_in_every_type_that_can_mean_a_status_a_number_or_a_time()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace N;

            /// <summary>Phase.</summary>
            public enum Phase
            {
                /// <summary>1.</summary>
                [System.Text.Json.Serialization.JsonStringEnumMemberName("in-line")] Waiting,
                /// <summary>2.</summary>
                [System.Runtime.Serialization.EnumMember(Value = "at work")] Working,
                /// <summary>3.</summary>
                AllDone,
                /// <summary>4.</summary>
                Finished = AllDone,
                /// <summary>5.</summary>
                Broken,
            }

            /// <summary>Open.</summary>
            public readonly struct Open
            {
                /// <summary>Text.</summary>
                public string Value => "";
            }

            /// <summary>Answer.</summary>
            public sealed class Answer
            {
                /// <summary>1.</summary>
                public Phase Phase { get; set; }
                /// <summary>2.</summary>
                public Phase? MaybePhase { get; set; }
                /// <summary>3.</summary>
                public Open? Open { get; set; }
                /// <summary>4.</summary>
                public bool? Done { get; set; }
                /// <summary>5.</summary>
                public bool Over { get; set; }
                /// <summary>6.</summary>
                public int Code { get; set; }
                /// <summary>7.</summary>
                public Uri? Link { get; set; }
                /// <summary>8.</summary>
                public decimal Share { get; set; }
                /// <summary>9.</summary>
                public string? ShareText { get; set; }
                /// <summary>10.</summary>
                public long? Count { get; set; }
                /// <summary>11.</summary>
                public TimeSpan? Left { get; set; }
                /// <summary>12.</summary>
                public DateTime When { get; set; }
                /// <summary>13.</summary>
                public DateTime? MaybeWhen { get; set; }
                /// <summary>14.</summary>
                public string? WhenText { get; set; }
                /// <summary>15.</summary>
                public (float Share, string Name)? Pair { get; set; }
                /// <summary>16.</summary>
                public string Field = "";
            }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>1.</summary>
                [OperationMonitor("A", "id", "Phase", Succeeded = new[] { "all_done" }, Failed = new[] { "Broken" }, FailureReason = "MaybePhase", Percentage = "Share", RemainingSeconds = "Left", EstimatedCompletion = "When")]
                Task<Answer> AAsync(Guid id);
                /// <summary>2.</summary>
                [OperationMonitor("B", "id", "MaybePhase", Succeeded = new[] { "at work" }, Percentage = "ShareText", RemainingSeconds = "Count", EstimatedCompletion = "MaybeWhen")]
                Task<Answer?> BAsync(long id);
                /// <summary>3.</summary>
                [OperationMonitor("C", "id", "Open", Succeeded = new[] { "x" }, Percentage = "Pair.Share", EstimatedCompletion = "WhenText", FailureReason = "Link")]
                ValueTask<Answer?> CAsync(string id);
                /// <summary>4.</summary>
                [OperationMonitor("D", "id", "Done", Succeeded = new[] { "true" }, FailureReason = "Code")]
                Task<Answer> DAsync(string id);
                /// <summary>5.</summary>
                [OperationMonitor("E", "id", "Over", Succeeded = new[] { "true" }, FailureReason = "Field")]
                Task<Answer> EAsync(string id);
                /// <summary>6.</summary>
                [OperationMonitor("F", "id", "", Succeeded = new[] { "done" })]
                Task<string> FAsync(string id);
            }
            """).AssertClean();

        string text = run.AllText();
        Assert.Contains("Status = TextOf(value.Phase),", text, StringComparison.Ordinal);
        Assert.Contains("FailureReason = value.MaybePhase is { } reason ? TextOf(reason) : null,", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.Waiting => \"in-line\",", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.Working => \"at work\",", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.AllDone => \"all_done\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain("global::N.Phase.Finished", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Open?.Value,", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Over ? \"true\" : \"false\",", text, StringComparison.Ordinal);
        Assert.Contains("Percentage = value.Pair?.Share,", text, StringComparison.Ordinal);
        Assert.Contains("RemainingSeconds = value.Left?.TotalSeconds,", text, StringComparison.Ordinal);
        Assert.Contains("_client.AAsync(global::System.Guid.Parse(Id, global::System.Globalization.CultureInfo.InvariantCulture))", text, StringComparison.Ordinal);
        Assert.Contains("Status = value,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_without_nullable_annotations_is_read_as_if_anything_may_be_null()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            namespace N;

            /// <summary>Job.</summary>
            public class Job
            {
                /// <summary>Id.</summary>
                public string Id { get; set; }

                /// <summary>State.</summary>
                public State State { get; set; }
            }

            /// <summary>State.</summary>
            public class State
            {
                /// <summary>Name.</summary>
                public string Name { get; set; }

                /// <summary>Share.</summary>
                public int Share { get; set; }
            }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")]
                Task<Job> RunAsync(string name, string extra = null, List<string> more = null);

                /// <summary>Looks.</summary>
                [OperationMonitor("Running", "id", "State.Name", Succeeded = new[] { "done" }, Percentage = "State.Share")]
                Task<Job> GetAsync(string id, string extra = null);
            }
            """,
            NullableContextOptions.Disable).AssertClean();

        Assert.Contains("Status = value.State?.Name,", run.AllText(), StringComparison.Ordinal);
        Assert.Contains("string name, string? extra = null, global::System.Collections.Generic.List<string>? more = null", run.AllText(), StringComparison.Ordinal);
    }
}
