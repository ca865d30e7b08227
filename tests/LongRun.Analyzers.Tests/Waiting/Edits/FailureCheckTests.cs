using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>Where a check for failures is added, and in which words.</summary>
public sealed partial class FailureCheckTests : FixTests
{
    [Fact]
    public Task Status_as_a_text() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop); // again
            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop); // again
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task One_failure_of_two() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'canceled'", "AddFailureCheck", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status.Value is "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready" || task.Status == "failed") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Status_alone_as_a_text() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var status = (await api.GetTaskAsync(id, stop).ConfigureAwait(false)).Status.ToString();
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        for (var i = 0; ; i++)
        {
            var status = (await api.GetTaskAsync(id, stop).ConfigureAwait(false)).Status.ToString();
            if (status is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{status}'.");
            }

            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Status_alone() => OffersAsync<FailureNotSeenCodeFix>(
        """
        VideoStatus status;
        for (var i = 0; ; i++)
        {
            status = (await api.GetTaskAsync(id, stop)).Status;
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        VideoStatus status;
        for (var i = 0; ; i++)
        {
            status = (await api.GetTaskAsync(id, stop)).Status;
            if (status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{status.Value}'.");
            }

            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task Members_of_an_enum() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Throw on 'error' or 'cancelled'", "AddFailureCheck", """
        while (true)
        {
            var render = await renders.GetRenderAsync(id, stop);
            if (render.State is RenderState.Error or RenderState.Cancelled)
            {
                throw new InvalidOperationException($"The job has ended '{render.State}'.");
            }

            if (render.State == RenderState.Done) break;
            await Task.Delay(5000, stop);
        }
        """));

    [Fact]
    public Task Status_on_a_path() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var reply = await exports.GetExportAsync(number, stop);
            if (reply.Job.State == "completed") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'expired'", "AddFailureCheck", """
        while (true)
        {
            var reply = await exports.GetExportAsync(number, stop);
            if (reply.Job.State is "failed" or "expired")
            {
                throw new InvalidOperationException($"The job has ended '{reply.Job.State}'.");
            }

            if (reply.Job.State == "completed") break;
            await Task.Delay(5000, stop);
        }
        """));

    [Fact]
    public Task Path_that_the_local_holds() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var state = (await exports.GetExportAsync(number, stop)).Job.State;
            if (state == "completed") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'expired'", "AddFailureCheck", """
        while (true)
        {
            var state = (await exports.GetExportAsync(number, stop)).Job.State;
            if (state is "failed" or "expired")
            {
                throw new InvalidOperationException($"The job has ended '{state}'.");
            }

            if (state == "completed") break;
            await Task.Delay(5000, stop);
        }
        """));

    [Fact]
    public Task Without_tasks() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var reply = exports.GetExport(number);
            if (reply.Job.State == "completed") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'expired'", "AddFailureCheck", """
        while (true)
        {
            var reply = exports.GetExport(number);
            if (reply.Job.State is "failed" or "expired")
            {
                throw new InvalidOperationException($"The job has ended '{reply.Job.State}'.");
            }

            if (reply.Job.State == "completed") break;
            await Task.Delay(5000, stop);
        }
        """));

    [Fact]
    public Task Results_that_are_blocked_on() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            var task = (api.GetTaskAsync(id, stop).Result);
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
            number++;
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            var task = (api.GetTaskAsync(id, stop).Result);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
            number++;
        }
        """));

    [Fact]
    public Task Awaiter_that_is_blocked_on() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var turns = 0;
        while (true)
        {
            var task = api.GetTaskAsync(id, stop).GetAwaiter().GetResult();
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
            turns++;
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        var turns = 0;
        while (true)
        {
            var task = api.GetTaskAsync(id, stop).GetAwaiter().GetResult();
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
            turns++;
        }
        """));

    [Fact]
    public Task Text_of_the_status() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var status = (await api.GetTaskAsync(id, stop)).Status.Value;
            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        for (var i = 0; ; i++)
        {
            var status = (await api.GetTaskAsync(id, stop)).Status.Value;
            if (status is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{status}'.");
            }

            if (status == "ready") break;
            await Task.Delay(2000, stop);
        }
        """));
}
