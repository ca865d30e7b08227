using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In which places.</content>
public sealed partial class FailureCheckTests
{
    [Fact]
    public Task Last_statement_of_the_block() => OffersAsync<FailureNotSeenCodeFix>(
        """
        VideoTask task;
        var turns = 0;
        do
        {
            await Task.Delay(2000, stop);
            turns++;
            task = await api.GetTaskAsync(id, stop); /* again */
        }
        while (task.Status != "ready");
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        VideoTask task;
        var turns = 0;
        do
        {
            await Task.Delay(2000, stop);
            turns++;
            task = await api.GetTaskAsync(id, stop); /* again */
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }
        }
        while (task.Status != "ready");
        """));

    [Fact]
    public Task One_line() => OffersAsync<FailureNotSeenCodeFix>(
        """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status == "ready") break; await Task.Delay(2000, stop); }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        for (var i = 0; ; i++) { var task = await api.GetTaskAsync(id, stop); if (task.Status.Value is "failed" or "canceled") throw new InvalidOperationException($"The job has ended '{task.Status.Value}'."); if (task.Status == "ready") break; await Task.Delay(2000, stop); }
        """));

    [Fact]
    public Task Another_catch_takes_nothing() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            try
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
            catch (HttpRequestException)
            {
            }
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            try
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status.Value is "failed" or "canceled")
                {
                    throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                }

                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
            catch (HttpRequestException)
            {
            }
        }
        """));

    [Fact]
    public Task Catch_around_the_loop_is_to_see_it() => OffersAsync<FailureNotSeenCodeFix>(
        """
        try
        {
            for (var i = 0; ; i++)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
        }
        catch (Exception)
        {
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        try
        {
            for (var i = 0; ; i++)
            {
                var task = await api.GetTaskAsync(id, stop);
                if (task.Status.Value is "failed" or "canceled")
                {
                    throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                }

                if (task.Status == "ready") break;
                await Task.Delay(5000, stop);
            }
        }
        catch (Exception)
        {
        }
        """));

    [Fact]
    public Task Section_of_a_switch() => OffersAsync<FailureNotSeenCodeFix>(
        """
        while (true)
        {
            switch (number)
            {
                case 1:
                    var task = await api.GetTaskAsync(id, stop);
                    if (task.Status == "ready") return;
                    await Task.Delay(5000, stop);
                    break;
            }
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        while (true)
        {
            switch (number)
            {
                case 1:
                    var task = await api.GetTaskAsync(id, stop);
                    if (task.Status.Value is "failed" or "canceled")
                    {
                        throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
                    }

                    if (task.Status == "ready") return;
                    await Task.Delay(5000, stop);
                    break;
            }
        }
        """));

    [Fact]
    public Task Look_at_a_handle() => OffersAsync<FailureNotSeenCodeFix>(
        """
        var job = api.ResumeIndexing(id);
        for (var i = 0; ; i++)
        {
            var task = await job.UpdateStatusAsync(stop);
            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """,
        new Offer("Throw on 'failed' or 'canceled'", "AddFailureCheck", """
        var job = api.ResumeIndexing(id);
        for (var i = 0; ; i++)
        {
            var task = await job.UpdateStatusAsync(stop);
            if (task.Status.Value is "failed" or "canceled")
            {
                throw new InvalidOperationException($"The job has ended '{task.Status.Value}'.");
            }

            if (task.Status == "ready") break;
            await Task.Delay(5000, stop);
        }
        """));
}
