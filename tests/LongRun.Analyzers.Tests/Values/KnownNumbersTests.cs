using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Values;

/// <summary>Numbers that the compiler does not fold, but that are known: sums of fields, locals of one value.</summary>
public sealed class KnownNumbersTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2005";

    protected override string Mistake => """int size = 60; await api.ListTasksAsync([|size|], stop);""";

    [Theory]
    [InlineData("I = [|Three + 98|]")]
    [InlineData("I = Three + 97")]
    [InlineData("I = [|Three * 34|]")]
    [InlineData("I = Three * 33")]
    [InlineData("I = [|Three - 104|]")]
    [InlineData("I = Three - 103")]
    [InlineData("I = [|-(Three + 98)|]")]
    [InlineData("I = -(Three + 97)")]
    [InlineData("I = [|Three + Three * 33|]")]
    [InlineData("I = Three / 2 + 200")]
    [InlineData("I = Three % 2 + 200")]
    [InlineData("I = Three << 9")]
    [InlineData("I = ~Three + 200")]
    [InlineData("I = [|Highest + 0|]")]
    [InlineData("I = Highest + 1")]
    [InlineData("I = Highest * 2")]
    [InlineData("I = [|Lowest - 0|]")]
    [InlineData("I = Lowest - 1")]
    [InlineData("I = -Lowest")]
    [InlineData("I = Unset + 200")]
    [InlineData("I = Set + 200")]
    [InlineData("I = instance + 200")]
    [InlineData("U = [|Unsigned + 0u|]")]
    [InlineData("U = Unsigned + 1u")]
    [InlineData("U = Nothing - 1u")]
    [InlineData("L = [|Long + 0L|]")]
    [InlineData("L = Long + 2L")]
    [InlineData("L = [|-Long|]")]
    [InlineData("L = -Long - 2L")]
    [InlineData("UL = [|UnsignedLong + 0ul|]")]
    [InlineData("UL = UnsignedLong + 2ul")]
    [InlineData("UL = NothingLong - 1ul")]
    [InlineData("D = [|Half * 201|]")]
    [InlineData("D = Half * 200")]
    [InlineData("F = [|HalfFloat * 201|]")]
    [InlineData("F = HalfFloat * 200")]
    [InlineData("M = Money * 200")]
    [InlineData("D = Own + Own")]
    public Task Sums_differences_and_products(string assignment) => FileAsync($$"""
        struct Weight { public static double operator +(Weight a, Weight b) => 1000; }
        class Box
        {
            static readonly int Three = 3;
            static readonly int Highest = int.MaxValue, Lowest = int.MinValue;
            static readonly int Set = 3;
            static int Unset = 3;
            readonly int instance = 3;
            static readonly uint Unsigned = uint.MaxValue, Nothing = 0;
            static readonly long Long = 9007199254740992;
            static readonly ulong UnsignedLong = 9007199254740992, NothingLong = 0;
            static readonly double Half = 0.5;
            static readonly float HalfFloat = 0.5f;
            static readonly decimal Money = 0.5m;
            static readonly Weight Own;
            static Box() { Set = 4; }
            [NumberConstraint(Minimum = -100, Maximum = 100)] public int I { get; set; }
            [NumberConstraint(Minimum = 0, Maximum = 100)] public uint U { get; set; }
            [NumberConstraint(Minimum = -100, Maximum = 100)] public long L { get; set; }
            [NumberConstraint(Minimum = 0, Maximum = 100)] public ulong UL { get; set; }
            [NumberConstraint(Minimum = -100, Maximum = 100)] public double D { get; set; }
            [NumberConstraint(Minimum = -100, Maximum = 100)] public float F { get; set; }
            [NumberConstraint(Minimum = -100, Maximum = 100)] public decimal M { get; set; }
            void Fill() => {{assignment}};
        }
        """);

    [Theory]
    [InlineData("int size = 60;")]
    [InlineData("int size; size = 60;")]
    [InlineData("int size = 60; Console.WriteLine(size);")]
    [InlineData("int size = 60; int other = size + 1; other++;")]
    [InlineData("var (size, other) = (60, 1);")]
    [InlineData("var (other, size) = (1, 60);")]
    [InlineData("var ((other, size), more) = ((1, 60), 2);")]
    [InlineData("(int size, int other) = (60, 1);")]
    [InlineData("(int other, (int size, int more)) = (1, (60, 2));")]
    [InlineData("const int size = 60;")]
    [InlineData("int first = 60, size = first;")]
    [InlineData("int size = 60; var row = new { size };")]
    [InlineData("int size = 60; var row = new Row { size = 3 }; row.size = 4; Console.WriteLine(row?.size);")]
    [InlineData("int size = 60; Take(size: 3);")]
    [InlineData("{ int size2 = 3; size2++; } int size = 60;")]
    public Task Local_of_one_value(string steps) => FileAsync(WithLocal(steps, "[|size|]"));

    [Theory]
    [InlineData("int size = 60; size = 3;")]
    [InlineData("int size; size = 60; size = 3;")]
    [InlineData("int size = 60; size++;")]
    [InlineData("int size = 60; ++size;")]
    [InlineData("int size = 60; size--;")]
    [InlineData("int size = 60; --size;")]
    [InlineData("int size = 60; size += 3;")]
    [InlineData("int size = 60; (size) = 3;")]
    [InlineData("int size = 60; (size, _) = (3, 4);")]
    [InlineData("int size = 60; Change(ref size);")]
    [InlineData("int size = 60; Make(out size);")]
    [InlineData("int size = 60; ref int other = ref size; other = 3;")]
    [InlineData("int size = 60; unsafe { int* p = &size; *p = 3; }")]
    [InlineData("int size = 60; Action later = () => size = 3; later();")]
    [InlineData("int size, other; (size, other) = (60, 1);")]
    [InlineData("int real = 60; ref int size = ref real; real = 3;")]
    [InlineData("var (size, _) = Pair();")]
    [InlineData("foreach (var (size2, _) in new[] { (60, 2) }) { } int size = Pair().Item1;")]
    [InlineData("int.TryParse(\"3\", out int size);")]
    [InlineData("if (!(Pair() is (var size, 3))) { return; }")]
    public Task Local_of_more_than_one_value(string steps) => FileAsync(WithLocal(steps, "size"));

    private static string WithLocal(string steps, string value) => $$"""
        class Row { public int size; }
        class Program
        {
            static void Take(int size) { }
            static void Change(ref int size) => size = 3;
            static void Make(out int size) => size = 3;
            static (int, int) Pair() => (3, 4);
            void Run(IVideoApi api)
            {
                {{steps}}
                api.ListTasksAsync({{value}});
            }
        }
        """;

    [Theory]
    [InlineData("Throws")]
    [InlineData("ThrowsAsync")]
    [InlineData("ThrowsAnyAsync")]
    [InlineData("ThrowsExactlyAsync")]
    [InlineData("ThrowAsync")]
    [InlineData("ShouldThrow")]
    [InlineData("ShouldThrowAsync")]
    [InlineData("Catch")]
    [InlineData("CatchAsync")]
    [InlineData("Exception")]
    [InlineData("ExceptionAsync")]
    [InlineData("Invoking")]
    [InlineData("Awaiting")]
    public Task Mistake_on_purpose(string assertion) => FileAsync(Asserted(assertion, "100"));

    [Theory]
    [InlineData("ThrowIf")]
    [InlineData("ThrowIfNot")]
    [InlineData("Run")]
    [InlineData("ShouldNotThrow")]
    [InlineData("DoesNotThrow")]
    [InlineData("Catches")]
    [InlineData("Await")]
    public Task Call_that_expects_no_refusal(string method) => FileAsync(Asserted(method, "[|100|]"));

    private static string Asserted(string method, string value) => $$"""
        static class Check { public static Task {{method}}(Func<Task> call) => call(); }
        class Program
        {
            Task InPlaceAsync(IVideoApi api) => Check.{{method}}(() => api.ListTasksAsync({{value}}));
            async Task InABlockAsync(IVideoApi api) { await Check.{{method}}(async () => { await api.ListTasksAsync({{value}}); }); }
            async Task InALocalAsync(IVideoApi api) { Func<Task> act = () => api.ListTasksAsync({{value}}); await Check.{{method}}(act); }
            async Task InALocalFunctionAsync(IVideoApi api) { Task Act() => api.ListTasksAsync({{value}}); await Check.{{method}}(Act); }
        }
        """;

    [Fact]
    public Task Mistake_on_purpose_beside_another() => FileAsync("""
        static class Check { public static Task ThrowsAsync(Func<Task> call) => call(); }
        class Program
        {
            async Task RunAsync(IVideoApi api)
            {
                Func<Task> one = () => api.ListTasksAsync([|100|]), two = () => api.ListTasksAsync(100);
                Task Three() => api.ListTasksAsync([|100|]);
                await Check.ThrowsAsync(two);
                await one();
                await Three();
                await api.ListTasksAsync([|100|]);
            }
        }
        """);

    [Fact]
    public Task Mistake_on_purpose_in_a_program() => ProgramAsync("""
        IVideoApi api = null!;
        Func<Task> act = () => api.ListTasksAsync(100);
        await Check.ThrowsAsync(act);
        Task Act() => api.ListTasksAsync(100);
        await Check.ThrowsAsync(Act);
        static class Check { public static Task ThrowsAsync(Func<Task> call) => call(); }
        """);

    [Theory]
    [InlineData("var r = new UploadRequest { Priority = 0 }; r.Priority = 3;")]
    [InlineData("UploadRequest r = new() { Priority = 0 }; r.Priority = number;")]
    [InlineData("UploadRequest r; r = new() { Priority = 0 }; r.Priority = number;")]
    [InlineData("var r = new UploadRequest(); r.Priority = 0; r.Priority = 3;")]
    [InlineData("var r = new UploadRequest { Priority = 0 }; r.Name = text; r.Priority = 3;")]
    [InlineData("object o = new UploadRequest { Priority = [|0|] }; Console.WriteLine(o);")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] };")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; r.Name = text;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; Console.WriteLine(r); r.Priority = 3;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; Console.WriteLine(r.Priority); r.Priority = 3;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; r.Priority += 3;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; int n = r.Priority = 3;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; r.Name = r.Priority.ToString(); r.Priority = 3;")]
    [InlineData("var r = new UploadRequest { Priority = [|0|] }; var s = new UploadRequest(); s.Priority = 3;")]
    [InlineData("new UploadRequest { Priority = [|0|] }.Priority = 3;")]
    [InlineData("var all = new[] { new UploadRequest { Priority = [|0|] } }; all[0].Priority = 3;")]
    public Task Value_that_is_set_again_before_anybody_sees_it(string statements) => ReportsAsync(statements);
}
