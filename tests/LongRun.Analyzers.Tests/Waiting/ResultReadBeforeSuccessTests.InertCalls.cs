namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Calls that look at a job and decide nothing leave a result as early as it was; any other may have checked it.</content>
public sealed partial class ResultReadBeforeSuccessTests
{
    [Theory]
    [InlineData("Microsoft.Extensions.Logging", "Sink", "Take")]
    [InlineData("Serilog", "Sink", "Take")]
    [InlineData("Serilog.Core", "Sink", "Take")]
    [InlineData("NLog", "Sink", "Take")]
    [InlineData("log4net", "Sink", "Take")]
    [InlineData("Spectre.Console", "Sink", "Take")]
    [InlineData("System.Collections", "Sink", "Take")]
    [InlineData("System.Text", "Sink", "Take")]
    [InlineData("System.Globalization", "Sink", "Take")]
    [InlineData("System.Linq", "Sink", "Take")]
    [InlineData("System.Diagnostics.Metrics", "Sink", "Take")]
    [InlineData("System.IO", "JobWriter", "Take")]
    [InlineData("Own", "Sink", "LogJob")]
    [InlineData("Own", "Sink", "PrintJob")]
    [InlineData("Own", "Sink", "WriteJob")]
    [InlineData("Own", "Sink", "TraceJob")]
    [InlineData("Own", "Sink", "DumpJob")]
    [InlineData("Own", "Sink", "ShowJob")]
    [InlineData("Own", "Sink", "DisplayJob")]
    [InlineData("Own", "Sink", "DebugJob")]
    [InlineData("Own", "Sink", "InfoOfJob")]
    [InlineData("Own", "Sink", "WarnOfJob")]
    public Task After_a_call_that_only_looks(string space, string type, string method) => FileAsync(AfterCall(space, type, method, isReported: true));

    [Theory]
    [InlineData("Own", "Sink", "Take")]
    [InlineData("SystemsText", "Sink", "Check")]
    public Task Not_after_a_call_that_may_have_checked(string space, string type, string method) => FileAsync(AfterCall(space, type, method, isReported: false));

    [Theory]
    [InlineData("string.Concat(task)")]
    [InlineData("object.Equals(task, null)")]
    [InlineData("Convert.ToString(task)")]
    [InlineData("HashCode.Combine(task)")]
    [InlineData("GC.KeepAlive(task)")]
    [InlineData("Array.IndexOf(new[] { task }, task)")]
    [InlineData("ValueTuple.Create(task)")]
    [InlineData("Debug.WriteLine(task)")]
    [InlineData("Trace.WriteLine(task)")]
    [InlineData("Console.Out.WriteLine(task)")]
    [InlineData("new Activity(\"\").SetTag(\"\", task)")]
    [InlineData("((IProgress<VideoTask>)new Progress<VideoTask>()).Report(task)")]
    [InlineData("task.ToString()")]
    [InlineData("task.GetHashCode()")]
    [InlineData("task.GetType()")]
    [InlineData("task.Equals(null)")]
    public Task After_a_call_of_the_platform_that_only_looks(string call) => FileAsync($$"""
        using System.Diagnostics;
        class Program
        {
            async Task<int> RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("t");
                {{call}};
                return task.[|VideoId|]!.Length;
            }
        }
        """);

    private static string AfterCall(string space, string type, string method, bool isReported) => $$"""
        namespace {{space}} { public static class {{type}} { public static void {{method}}(object job) { if (job is string) throw new NotSupportedException(); } } }
        class Program
        {
            async Task<int> RunAsync(IVideoApi api)
            {
                var task = await api.GetTaskAsync("t");
                {{space}}.{{type}}.{{method}}(task);
                return task.{{(isReported ? "[|VideoId|]" : "VideoId")}}!.Length;
            }
        }
        """;
}
