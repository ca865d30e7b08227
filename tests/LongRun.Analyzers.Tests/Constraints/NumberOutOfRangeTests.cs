using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed partial class NumberOutOfRangeTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2005";

    protected override string Mistake => """await api.ListTasksAsync([|100|], stop);""";

    [Fact]
    public Task Below_the_minimum() => ReportsAsync("""await api.ListTasksAsync(limit: [|0|]);""");

    [Fact]
    public Task Exclusive_maximum_itself() => ReportsAsync("""await api.SearchAsync("cats", [|1|]);""");

    [Fact]
    public Task Exclusive_minimum_itself() => ReportsAsync("""var r = new UploadRequest { Temperature = [|0|] };""");

    [Fact]
    public Task No_multiple() => ReportsAsync("""await api.SearchAsync("cats", step: [|7|]);""");

    [Fact]
    public Task No_multiple_of_a_fraction() => ReportsAsync("""var r = new UploadRequest { Temperature = [|0.15|] };""");

    [Fact]
    public Task Arithmetic_of_constants() => ReportsAsync("""const int Page = 25; await api.ListTasksAsync([|Page * 2 + 1|]);""");

    [Fact]
    public Task Character_arithmetic_and_casts() => ReportsAsync("""await api.ListTasksAsync([|(int)51.7|]);""");

    [Fact]
    public Task Character_that_is_taken_for_a_number() => ReportsAsync("""await api.ListTasksAsync([|'C'|]); var r = new UploadRequest { Priority = [|'~'|] };""");

    [Fact]
    public Task Last_digit_of_a_float() => FileAsync("""class Box { [NumberConstraint(Maximum = 1)] public float? A { get; set; } void Set() { A = [|1.0000001f|]; A = 1f; } }""");

    [Fact]
    public Task Not_a_number() => ReportsAsync("""await api.SearchAsync("cats", threshold: [|double.NaN|]);""");

    [Fact]
    public Task Infinity() => ReportsAsync("""await api.SearchAsync("cats", threshold: [|double.PositiveInfinity|]);""");

    [Fact]
    public Task Property_assignment() => ReportsAsync("""var r = new UploadRequest(); r.Priority = [|101|];""");

    [Fact]
    public Task Default_value_of_an_implementing_parameter() => FileAsync("""interface IPages { void List([NumberConstraint(Maximum = 10)] int size); } class Pages : IPages { public void List(int size = [|20|]) { } }""");

    [Fact]
    public Task Decimal_float_and_long() => FileAsync("""class Box { [NumberConstraint(Maximum = 1)] public decimal A { get; set; } = [|1.5m|]; [NumberConstraint(Maximum = 1)] public float B; [NumberConstraint(Minimum = 0)] public long C { init { } } Box() { B = [|1.1f|]; C = [|-1L|]; } }""");

    [Fact]
    public Task Local_in_a_lambda() => ReportsAsync("""int size = 60; Func<Task> go = async () => await api.ListTasksAsync([|size|]); await go();""");

    [Fact]
    public Task Minus_of_a_constant() => ReportsAsync("""const int One = 1; await api.ListTasksAsync([|-One|]);""");

    [Fact]
    public Task Bounds_themselves() => SilentAsync("""await api.ListTasksAsync(1); await api.ListTasksAsync(50);""");

    [Fact]
    public Task Exclusive_bound_not_reached() => SilentAsync("""await api.SearchAsync("cats", 0.999999);""");

    [Fact]
    public Task Multiples() => SilentAsync("""await api.SearchAsync("cats", step: 0); await api.SearchAsync("cats", step: -15);""");

    [Fact]
    public Task Multiples_of_a_fraction() => SilentAsync("""var r = new UploadRequest { Temperature = 0.3 }; r.Temperature = 0.7; r.Temperature = 1.1;""");

    [Fact]
    public Task Null() => SilentAsync("""await api.ListTasksAsync(null); await api.ListTasksAsync(default);""");

    [Fact]
    public Task Run_time() => SilentAsync("""await api.ListTasksAsync(number); await api.ListTasksAsync(Math.Min(number, 100));""");

    [Fact]
    public Task Compound_assignment() => SilentAsync("""var r = new UploadRequest { Priority = 50 }; r.Priority *= 100; r.Priority++;""");

    [Fact]
    public Task Local_that_counts() => SilentAsync("""int page = 0; page++; await api.ListTasksAsync(page);""");

    [Fact]
    public Task Out_argument() => SilentAsync("""int page = 0; int.TryParse(text, out page); await api.ListTasksAsync(page);""");

    [Fact]
    public Task Member_of_another_type() => SilentAsync("""var other = (Priority: 1000, Limit: 0); Console.WriteLine(other);""");

    [Fact]
    public Task Choice() => SilentAsync("""await api.ListTasksAsync(flag ? 100 : 10); await api.ListTasksAsync(flag switch { true => 0, _ => 1 });""");

    [Fact]
    public Task Division() => SilentAsync("""await api.ListTasksAsync(100 / number);""");

    [Fact]
    public Task Instance_field() => FileAsync("""class Program { private readonly int _size = 100; Task Run(IVideoApi api) => api.ListTasksAsync(_size); }""");

    [Fact]
    public Task Method_with_the_same_name() => FileAsync("""class Program { Task ListTasksAsync(int limit) => Task.CompletedTask; Task Run() => ListTasksAsync(1000); }""");

    [Fact]
    public Task Fix_uses_the_nearest_bound_everywhere() => MendsAsync<NumberOutOfRangeCodeFix>(
        """
        await api.ListTasksAsync([|100|], stop); // all
                await api.ListTasksAsync(limit: [|0|]);
        """,
        """
        await api.ListTasksAsync(50, stop); // all
                await api.ListTasksAsync(limit: 1);
        """);

    [Fact]
    public Task Fix_uses_the_nearest_multiple() => MendsAsync<NumberOutOfRangeCodeFix>(
        """await api.SearchAsync("cats", step: [|7|]);""",
        """await api.SearchAsync("cats", step: 5);""");

    [Fact]
    public Task No_fix_where_no_number_is_nearest() => OffersNothingAsync<NumberOutOfRangeCodeFix>("""await api.SearchAsync("cats", threshold: [|double.NaN|]); await api.SearchAsync("cats", [|1.0|]); var r = new UploadRequest { Temperature = [|0.15|] };""");

    [Fact]
    public Task Message_names_value_parameter_and_range() => SaysAsync(
        """const int All = {|#1:100|}; await api.ListTasksAsync([|All|]);""",
        "100 is more than ListTasksAsync(limit) accepts (1 to 50). The server refuses it.");

    [Fact]
    public Task Message_names_the_multiple() => SaysAsync(
        """await api.SearchAsync("cats", step: [|7|]);""",
        "7 is not a multiple of 5, which SearchAsync(step) asks for. The server refuses it.");
}
