using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In loops that go on in the middle.</content>
public sealed partial class InsertedPauseTests
{
    [Fact]
    public Task Before_each_continue_that_goes_past_the_pause() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            if (task.Status == "queued") continue;
            if (task.Reason is null)
            {
                // Nothing to see.
                continue;
            }

            switch (number)
            {
                case 1:
                    continue;
            }

            foreach (var one in new[] { 1, 2 })
            {
                if (one == number) continue;
            }

            for (var j = 0; j < 2; j++)
            {
                if (j == number) continue;
            }

            while (flag)
            {
                if (number == 3) continue;
                break;
            }

            do
            {
                if (number == 4) continue;
            }
            while (!flag);

            void Other() { foreach (var one in new[] { 1 }) continue; }
            Action act = () => { foreach (var one in new[] { 1 }) continue; };
            Other();
            act();
            await Task.Delay(2000, stop);
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready" || task.Status == "failed" || task.Status == "canceled") break;
            if (task.Status == "queued")
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
                continue;
            }
            if (task.Reason is null)
            {
                // Nothing to see.
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
                continue;
            }

            switch (number)
            {
                case 1:
                    await Task.Delay(TimeSpan.FromSeconds(1), stop);
                    continue;
            }

            foreach (var one in new[] { 1, 2 })
            {
                if (one == number) continue;
            }

            for (var j = 0; j < 2; j++)
            {
                if (j == number) continue;
            }

            while (flag)
            {
                if (number == 3) continue;
                break;
            }

            do
            {
                if (number == 4) continue;
            }
            while (!flag);

            void Other() { foreach (var one in new[] { 1 }) continue; }
            Action act = () => { foreach (var one in new[] { 1 }) continue; };
            Other();
            act();
            await Task.Delay(2000, stop);
        }
        """));

    [Fact]
    public Task At_the_beginning_where_a_continue_goes_past_the_end() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            if (task.Status == "queued") continue;
            number++;
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            if (task.Status == "queued") continue;
            number++;
        }
        """));

    [Fact]
    public Task At_the_end_where_only_an_inner_loop_continues() => OffersAsync<LoopWithoutPauseCodeFix>(
        """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            foreach (var one in new[] { 1, 2 })
            {
                if (one == number) continue;
                Console.WriteLine(one);
            }
        }
        """,
        new Offer("Pause with 'await Task.Delay(TimeSpan.FromSeconds(1), stop);'", "InsertPause", """
        for (var i = 0; ; i++)
        {
            var task = await api.GetTaskAsync(id, stop);
            if (task.Status == "ready") break;
            foreach (var one in new[] { 1, 2 })
            {
                if (one == number) continue;
                Console.WriteLine(one);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        """));
}
