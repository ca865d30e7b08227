namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Where null will not do and where it will, how the message tells of the job, and which job a check was of.</content>
public sealed partial class ResultReadBeforeSuccessTests
{
    [Theory]
    [InlineData("_ = task.[|VideoId|].Length;")]
    [InlineData("_ = task.[|VideoId|].ToString();")]
    [InlineData("_ = task.[|VideoId|][0];")]
    [InlineData("_ = task.[|VideoId|][^1];")]
    [InlineData("_ = task.[|VideoId|][1..];")]
    [InlineData("foreach (char c in task.[|VideoId|]) { Console.WriteLine(c); }")]
    [InlineData("_ = task.[|VideoId|].Doubled();")]
    [InlineData("Take(task.[|VideoId|]);")]
    [InlineData("_ = new Row(task.[|VideoId|]);")]
    [InlineData("_ = new List<string> { task.[|VideoId|] };")]
    [InlineData("_ = new Dictionary<string, string> { [\"x\"] = task.[|VideoId|] };")]
    [InlineData("text = task.[|VideoId|];")]
    [InlineData("row.Field = task.[|VideoId|];")]
    [InlineData("row.Property = task.[|VideoId|];")]
    [InlineData("_ = (string)task.[|VideoId|];")]
    [InlineData("Wrapped wrapped = task.[|VideoId|];")]
    [InlineData("_ = (int)(Wrapped)task.[|VideoId|];")]
    [InlineData("string Local() => task.[|VideoId|]; Console.WriteLine(Local());")]
    [InlineData("_ = task.[|ExportId|].Value;")]
    [InlineData("Guid id = (Guid)task.[|ExportId|];")]
    [InlineData("Take(task.VideoId, task.[|VideoId|]);")]
    public Task Where_null_will_not_do(string statements) => FileAsync(Using(statements));

    [Theory]
    [InlineData("Take(task.VideoId, \"\");")]
    [InlineData("Allow(task.VideoId);")]
    [InlineData("Maybe(task.VideoId);")]
    [InlineData("Checked(task.VideoId);")]
    [InlineData("Any(task.VideoId);")]
    [InlineData("Old.Take(task.VideoId);")]
    [InlineData("MyAssert.Same(task.VideoId);")]
    [InlineData("Sink.LogText(task.VideoId);")]
    [InlineData("row.MayField = task.VideoId;")]
    [InlineData("row.MayProperty = task.VideoId;")]
    [InlineData("row.AllowedField = task.VideoId;")]
    [InlineData("row.AllowedProperty = task.VideoId;")]
    [InlineData("may = task.VideoId;")]
    [InlineData("_ = (string?)task.VideoId;")]
    [InlineData("_ = task.VideoId as object;")]
    [InlineData("_ = $\"{task.VideoId}\";")]
    [InlineData("_ = task.VideoId?.Length;")]
    [InlineData("_ = task.VideoId ?? \"\";")]
    [InlineData("_ = task.VideoId == null;")]
    [InlineData("_ = task.VideoId + \"x\";")]
    [InlineData("string? Local() => task.VideoId; Console.WriteLine(Local());")]
    [InlineData("Func<string?> later = () => task.VideoId; Console.WriteLine(later());")]
    [InlineData("[return: System.Diagnostics.CodeAnalysis.MaybeNull] string Local() => task.VideoId; Console.WriteLine(Local());")]
    [InlineData("_ = task.ExportId.HasValue;")]
    [InlineData("_ = task.ExportId.ToString();")]
    [InlineData("_ = task.ExportId.GetValueOrDefault();")]
    [InlineData("Guid? id = (Guid?)task.ExportId;")]
    [InlineData("_ = task.ExportId.Equals(null);")]
    public Task Where_null_will_do(string statements) => FileAsync(Using(statements));

    [Theory]
    [InlineData("void Give(IVideoApi api, out string given) => given = api.GetTaskAsync(\"1\").Result.[|VideoId|];")]
    [InlineData("void Give(IVideoApi api, out string? given) => given = api.GetTaskAsync(\"1\").Result.VideoId;")]
    [InlineData("void Give(IVideoApi api, [System.Diagnostics.CodeAnalysis.MaybeNull] out string given) => given = api.GetTaskAsync(\"1\").Result.VideoId;")]
    [InlineData("string Give(IVideoApi api) => api.GetTaskAsync(\"1\").Result.[|VideoId|];")]
    [InlineData("string? Give(IVideoApi api) => api.GetTaskAsync(\"1\").Result.VideoId;")]
    [InlineData("[return: System.Diagnostics.CodeAnalysis.MaybeNull] string Give(IVideoApi api) => api.GetTaskAsync(\"1\").Result.VideoId;")]
    [InlineData("object Give(IVideoApi api) => api.GetTaskAsync(\"1\").Result.[|VideoId|];")]
    [InlineData("IEnumerable<string> Give(IVideoApi api) { yield return api.GetTaskAsync(\"1\").Result.[|VideoId|]; }")]
    [InlineData("IEnumerable<string?> Give(IVideoApi api) { yield return api.GetTaskAsync(\"1\").Result.VideoId; }")]
    [InlineData("async Task<string> Give(IVideoApi api) => (await api.GetTaskAsync(\"1\")).[|VideoId|];")]
    [InlineData("async Task<string?> Give(IVideoApi api) => (await api.GetTaskAsync(\"1\")).VideoId;")]
    [InlineData("async ValueTask<string> Give(IVideoApi api) => (await api.GetTaskAsync(\"1\")).[|VideoId|];")]
    public Task What_a_member_gives(string member) => FileAsync($"class Program {{ {member} }}");

    [Theory]
    [InlineData("Console.WriteLine(task.[|VideoId|]!);", "still be running, or have ended 'failed' or 'canceled'")]
    [InlineData("if (task.Status == \"failed\" || task.Status == \"canceled\") { return; } Console.WriteLine(task.[|VideoId|]!);", "still be running")]
    [InlineData("if (task.Status == \"queued\" || task.Status == \"indexing\") { return; } Console.WriteLine(task.[|VideoId|]!);", "have ended 'failed' or 'canceled'")]
    [InlineData("if (task.Status == \"queued\" || task.Status == \"indexing\" || task.Status == \"failed\") { return; } Console.WriteLine(task.[|VideoId|]!);", "have ended 'canceled'")]
    [InlineData("if (task.Status == \"queued\" || task.Status == \"failed\") { return; } Console.WriteLine(task.[|VideoId|]!);", "still be running, or have ended 'canceled'")]
    public Task How_the_job_may_stand(string statements, string standing) => MessageAsync(
        "var task = await api.GetTaskAsync(text, stop);\n" + statements,
        $"'VideoId' has a value only after 'ready'; here the job may {standing}. Wait first with WaitForCompletionAsync, or check the status.");

    [Fact]
    public Task How_a_job_of_any_kind_may_stand() => MessageAsync(
        """
        await Show(api.ResumeIndexing(text));
        async Task Show(Operation<VideoTask> any)
        {
            var task = await any.UpdateStatusAsync(stop);
            Console.WriteLine(task.[|VideoId|]!);
        }
        """,
        "'VideoId' has a value only after success; here the job may still be running, or have failed. Wait first with WaitForCompletionAsync, or check the status.");

    [Theory]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(two)", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(one)", false)]
    [InlineData("await api.GetTaskAsync(\"1\")", "await api.GetTaskAsync(\"2\")", true)]
    [InlineData("await api.GetTaskAsync(\"1\")", "await api.GetTaskAsync(\"1\")", false)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(\"1\")", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(two).ConfigureAwait(false)", true)]
    [InlineData("(await api.GetTaskAsync(one))", "(await (api.GetTaskAsync(two)))", true)]
    [InlineData("await api.GetTaskAsync(id: one)", "await api.GetTaskAsync(cancellationToken: default, id: two)", true)]
    [InlineData("await api.ResumeIndexing(one).UpdateStatusAsync()", "await api.ResumeIndexing(two).UpdateStatusAsync()", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.ResumeIndexing(one).UpdateStatusAsync()", false)]
    [InlineData("await api.GetTaskAsync(one)", "await api.ResumeIndexing(two).UpdateStatusAsync()", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(again)", false)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(other)", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(either)", false)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(changed)", false)]
    [InlineData("await api.GetTaskAsync(one)", "await api.GetTaskAsync(started.Id)", true)]
    [InlineData("await api.GetTaskAsync(started.Id)", "await api.GetTaskAsync(started.Id)", false)]
    [InlineData("await api.GetTaskAsync(handle.Id)", "await handle.UpdateStatusAsync()", false)]
    [InlineData("await api.GetTaskAsync(one)", "await handle.UpdateStatusAsync()", true)]
    [InlineData("await api.GetTaskAsync(one)", "await api.CreateTaskAsync(new())", true)]
    public Task Whose_check_it_was(string first, string second, bool isReported) => FileAsync($$"""
        class Program
        {
            async Task RunAsync(IVideoApi api, string one, string two, string changed, bool flag)
            {
                changed = one;
                string again = one;
                string other = two;
                string either = flag ? one : two;
                var started = await api.CreateTaskAsync(new());
                var handle = await api.StartUploadAsync(new());
                var first = {{first}};
                if (first.Status != VideoStatus.Ready) { Console.WriteLine(started.Id + handle.Id + again + other + either); return; }
                var second = {{second}};
                Console.WriteLine(second.{{(isReported ? "[|VideoId|]" : "VideoId")}}!);
            }
        }
        """);

    [Fact]
    public Task A_webhook_has_told_of_the_success() => FileAsync("""
        class Program
        {
            async Task HandleAsync(IVideoApi api, VideoEvent posted) { Console.WriteLine(posted.Type); Console.WriteLine((await api.GetTaskAsync("1")).VideoId!); }
            async Task OtherAsync(IVideoApi api, string posted) { Console.WriteLine(posted); Console.WriteLine((await api.GetTaskAsync("1")).[|VideoId|]!); }
        }
        """);

    private static string Using(string statements) => $$"""
        using System.Diagnostics.CodeAnalysis;
        class Row
        {
            public Row() { }
            public Row(string text) { }
            public string Field = "";
            public string Property { get; set; } = "";
            public string? MayField;
            public string? MayProperty { get; set; }
            [AllowNull] public string AllowedField = "";
            [AllowNull] public string AllowedProperty { get => ""; set { } }
        }
        readonly struct Wrapped { public static implicit operator Wrapped(string text) => default; public static explicit operator int(Wrapped wrapped) => 1; }
        static class Texts { public static string Doubled(this string text) => text + text; }
        static class MyAssert { public static void Same(string text) { if (text == "") { throw new NotSupportedException(); } } }
        static class Sink { public static void LogText(string text) => Console.WriteLine(text); }
        #nullable disable
        static class Old { public static void Take(string text) { } }
        #nullable restore
        class Program
        {
            void Take(string text) { }
            void Take(string? may, string text) { }
            void Allow([AllowNull] string text) { }
            void Maybe([MaybeNull] string text) { }
            void Checked([NotNull] string? text) => text = "";
            void Any<T>(T value) { }
            async Task RunAsync(IVideoApi api, string text, string? may, Row row)
            {
                var task = await api.GetTaskAsync("1");
                {{statements}}
            }
        }
        """;
}
