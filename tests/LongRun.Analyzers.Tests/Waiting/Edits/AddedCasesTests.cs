using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>In which style cases are added.</summary>
public sealed partial class AddedCasesTests : FixTests
{
    [Fact]
    public Task One_case() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "ready":
                break;
            case "failed":
                throw new Exception();
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "ready":
                break;
            case "failed":
                throw new Exception();
            case "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Two_cases_with_blank_lines() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "ready":
                break;

            case "queued":
                break; /* later */
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "ready":
                break;

            case "queued":
                break; /* later */

            case "failed":
                throw new InvalidOperationException("Indexing ended as 'failed'.");

            case "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Success() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "failed":
            case "canceled": throw new Exception();
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        var task = await api.GetTaskAsync(id, stop);
        switch (task.Status.Value)
        {
            case "failed":
            case "canceled": throw new Exception();
            case "ready":
                break;
        }
        """));

    [Fact]
    public Task Local_constant() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        const string Done = "ready";
        switch ((await api.GetTaskAsync(id)).Status.Value)
        {
            case Done:
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        const string Done = "ready";
        switch ((await api.GetTaskAsync(id)).Status.Value)
        {
            case Done:
                return;
            case "failed":
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Guard_that_asks() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Value == "ready":
                return;
            case var s when s.Value is "failed":
                throw new Exception();
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Value == "ready":
                return;
            case var s when s.Value is "failed":
                throw new Exception();
            case var s when s.Value is "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Guard_that_asks_first() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Value is "failed":
                throw new Exception();
            case var s when s.Value == "ready":
                return;
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Value is "failed":
                throw new Exception();
            case var s when s.Value == "ready":
                return;
            case var s when s.Value == "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Nothing_where_the_guard_asks_more() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Value == "ready" && flag:
                return;
        }
        """);

    [Fact]
    public Task Pattern_of_many() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch ((await api.GetTaskAsync(id)).Status.Value)
        {
            case "ready" or "queued":
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        switch ((await api.GetTaskAsync(id)).Status.Value)
        {
            case "ready" or "queued":
                return;
            case "failed":
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case "canceled":
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Tuple_with_discards() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        var task = await api.GetTaskAsync(id);
        switch (task.Status.Value, flag)
        {
            case ("ready", _):
                return;
            case ("failed", var other):
                throw new Exception(other.ToString());
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        var task = await api.GetTaskAsync(id);
        switch (task.Status.Value, flag)
        {
            case ("ready", _):
                return;
            case ("failed", var other):
                throw new Exception(other.ToString());
            case ("canceled", var other):
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Tuple_that_asks_for_more() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        var task = await api.GetTaskAsync(id);
        switch (task.Status.Value, flag)
        {
            case ("ready", true):
                return;
            case ("failed", _):
                throw new Exception();
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        var task = await api.GetTaskAsync(id);
        switch (task.Status.Value, flag)
        {
            case ("ready", true):
                return;
            case ("failed", _):
                throw new Exception();
            case ("canceled", _):
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Property_and_another() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case { Status: { Value: "ready" }, Reason: null }:
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        switch (await api.GetTaskAsync(id))
        {
            case { Status: { Value: "ready" }, Reason: null }:
                return;
            case { Status: { Value: "failed" } }:
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case { Status: { Value: "canceled" } }:
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Property_and_any() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case { Status: { Value: "ready" }, Reason: var reason }:
                Console.WriteLine(reason);
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        switch (await api.GetTaskAsync(id))
        {
            case { Status: { Value: "ready" }, Reason: var reason }:
                Console.WriteLine(reason);
                return;
            case { Status: { Value: "failed" }, Reason: var reason }:
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case { Status: { Value: "canceled" }, Reason: var reason }:
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Type_and_property() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case VideoTask { Status.Value: "ready" }:
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        switch (await api.GetTaskAsync(id))
        {
            case VideoTask { Status.Value: "ready" }:
                return;
            case VideoTask { Status.Value: "failed" }:
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case VideoTask { Status.Value: "canceled" }:
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Type_and_more_than_one_property() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case VideoTask { Status.Value: "ready", VideoId: { } video }:
                Console.WriteLine(video);
                return;
        }
        """);

    [Fact]
    public Task Property_with_a_name() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case { Status.Value: "ready" } task:
                Console.WriteLine(task);
                return;
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        switch (await api.GetTaskAsync(id))
        {
            case { Status.Value: "ready" } task:
                Console.WriteLine(task);
                return;
            case { Status.Value: "failed" } task:
                throw new InvalidOperationException("Indexing ended as 'failed'.");
            case { Status.Value: "canceled" } task:
                throw new InvalidOperationException("Indexing ended as 'canceled'.");
        }
        """));

    [Fact]
    public Task Method_of_a_guard() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch ((await api.GetTaskAsync(id)).Status)
        {
            case var s when s.Equals("ready"):
                return;
        }
        """);

    [Fact]
    public Task Type_and_name() => OffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        switch (await api.GetTaskAsync(id))
        {
            case VideoTask task when task.Status == "ready":
                return;
        }
        """);
}
