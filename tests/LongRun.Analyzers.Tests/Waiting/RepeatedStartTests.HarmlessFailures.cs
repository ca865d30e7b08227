namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Failures after which a start may be made again: they prove that no job is running, or somebody decides.</content>
public sealed partial class RepeatedStartTests
{
    [Theory]
    [InlineData("LongRun.OperationFailedException")]
    [InlineData("LongRun.Constraints.ConstraintViolationException")]
    [InlineData("System.IO.FileNotFoundException")]
    [InlineData("System.IO.DirectoryNotFoundException")]
    [InlineData("UnauthorizedAccessException")]
    [InlineData("ArgumentException")]
    [InlineData("ArgumentNullException")]
    [InlineData("TooManyRequestsException")]
    [InlineData("RateLimitException")]
    [InlineData("ThrottledException")]
    [InlineData("BrokenCircuitException")]
    [InlineData("IsolatedCircuitException")]
    public Task A_failure_that_proves_that_no_job_runs(string exception) => FileAsync(Repeating(exception, "Console.WriteLine(1);", isReported: false));

    [Theory]
    [InlineData("OwnException")]
    [InlineData("TimeoutException")]
    [InlineData("System.IO.IOException")]
    public Task A_failure_that_proves_nothing(string exception) => FileAsync(Repeating(exception, "Console.WriteLine(1);", isReported: true));

    [Theory]
    [InlineData("Console.ReadLine();")]
    [InlineData("Console.ReadKey();")]
    [InlineData("Person.Confirm();")]
    [InlineData("Person.Prompt();")]
    [InlineData("Person.Ask();")]
    [InlineData("Person.StopApplication();")]
    [InlineData("Person.ThrowOnThird();")]
    [InlineData("Person.FailOnThird();")]
    [InlineData("Environment.Exit(1);")]
    [InlineData("Environment.FailFast(\"\");")]
    [InlineData("source.Cancel();")]
    [InlineData("await source.CancelAsync();")]
    [InlineData("await api.ListTasksAsync();")]
    public Task Somebody_decides(string inHandler) => FileAsync(Repeating("TimeoutException", inHandler, isReported: false));

    private static string Repeating(string exception, string inHandler, bool isReported) => $$"""
        class TooManyRequestsException : Exception;
        class RateLimitException : Exception;
        class ThrottledException : Exception;
        class BrokenCircuitException : Exception;
        class IsolatedCircuitException : Exception;
        class OwnException : Exception;
        static class Person
        {
            public static void Confirm() { }
            public static void Prompt() { }
            public static void Ask() { }
            public static void StopApplication() { }
            public static void ThrowOnThird() { }
            public static void FailOnThird() { }
        }
        class Program
        {
            async Task RunAsync(IVideoApi api, CancellationTokenSource source)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new())).Id); break; }
                    catch ({{exception}}) { {{inHandler}} }
                }
            }
        }
        """;
}
