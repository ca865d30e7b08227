using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>Where it is not offered.</content>
public sealed partial class ProgressCallbackTests
{
    [Fact]
    public Task Nothing_where_a_status_is_more_than_shown() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var status = (await api.GetTaskAsync(id, stop)).Status;
            Console.WriteLine(status.Value.Length);
            if (status == "failed" || status == "canceled") throw new InvalidOperationException();
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_with_a_local_of_the_turn() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(task.Status is { Value: var s } ? s : "");
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_with_another_delegate() => OffersAsync<FailureNotSeenCodeFix>(
        """
        Action<string> act = Console.WriteLine;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            act("1");
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        Action<string> act = Console.WriteLine;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            act("1");
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Nothing_with_a_collection() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var seen = new List<string>();
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            seen.Add("1");
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        var seen = new List<string>();
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            seen.Add("1");
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Nothing_that_counts() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var turn = 0;
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(turn++);
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_that_assigns() => OffersAsync<HandWrittenLoopCodeFix>(
        """
        var turn = "";
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(turn = turn + ".");
            if (task.Status == "failed" || task.Status == "canceled") throw new InvalidOperationException();
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """);

    [Fact]
    public Task Nothing_that_awaits() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(await Task.FromResult(1));
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            Console.WriteLine(await Task.FromResult(1));
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Nothing_that_declares() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            Console.WriteLine(int.TryParse("1", out var one));
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            Console.WriteLine(int.TryParse("1", out var one));
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));
}
