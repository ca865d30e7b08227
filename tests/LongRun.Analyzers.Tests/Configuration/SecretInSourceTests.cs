using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Configuration;

public sealed class SecretInSourceTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO4001";

    protected override string Mistake => """var o = new VideoApiOptions { ApiKey = [|"tlk_0A1B2C3D4E5F6G7H8J"|] };""";

    [Fact]
    public Task Assignment_in_a_lambda() => ReportsAsync("""Action<VideoApiOptions> configure = o => o.ApiKey = [|"tlk_0A1B2C3D4E5F6G7H8J"|];""");

    [Fact]
    public Task Through_a_coalesce() => ReportsAsync("""var o = new VideoApiOptions { ApiKey = Environment.GetEnvironmentVariable("KEY") ?? [|"tlk_0A1B2C3D4E5F6G7H8J"|] };""");

    [Fact]
    public Task Through_two_coalesces() => ReportsAsync("""var o = new VideoApiOptions { ApiKey = text ?? text ?? [|"tlk_0A1B2C3D4E5F6G7H8J"|] };""");

    [Fact]
    public Task Coalescing_assignment() => ReportsAsync("""var o = new VideoApiOptions(); o.ApiKey ??= [|"tlk_0A1B2C3D4E5F6G7H8J"|];""");

    [Fact]
    public Task Constant() => ReportsAsync("""const string Key = "tlk_0A1B2C3D4E5F6G7H8J"; var o = new VideoApiOptions { ApiKey = [|Key|] };""");

    [Fact]
    public Task Static_readonly_field() => FileAsync("""class Program { private static readonly string Key = "0123456789abcdef"; VideoApiOptions Options() => new() { ApiKey = [|Key|] }; }""");

    [Fact]
    public Task Secret_of_a_webhook() => ReportsAsync("""VideoWebhook.Verify(default, text, [|"whsec_0A1B2C3D4E5F6G"|]);""");

    [Fact]
    public Task Named_argument() => ReportsAsync("""VideoWebhook.Parse(body: [], secret: [|"whsec_0A1B2C3D4E5F6G"|], signature: null);""");

    [Fact]
    public Task Concatenation_that_hides_it() => ReportsAsync("""var o = new VideoApiOptions { ApiKey = [|"tlk_0A1B2C3D" + "4E5F6G7H8J"|] };""");

    [Fact]
    public Task Default_value_where_it_is_declared() => FileAsync("""class Settings { [Secret] public string ApiKey { get; set; } = [|"tlk_0A1B2C3D4E5F6G7H8J"|]; }""");

    [Fact]
    public Task From_the_environment() => SilentAsync("""var o = new VideoApiOptions { ApiKey = Environment.GetEnvironmentVariable("TWELVELABS_API_KEY_2024") };""");

    [Fact]
    public Task Placeholder_in_brackets() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "<your key of 2024 here>" };""");

    [Fact]
    public Task Short() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "test" }; o.ApiKey = "key1234";""");

    [Fact]
    public Task Fifteen_characters() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "0123456789abcde" };""");

    [Fact]
    public Task Letters_only() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "replace-me-with-your-key" };""");

    [Fact]
    public Task Digits_only() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "00000000000000000000" };""");

    [Fact]
    public Task Sentence() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "put the key of account 1 here" };""");

    [Fact]
    public Task Null_and_empty() => SilentAsync("""var o = new VideoApiOptions { ApiKey = null }; o.ApiKey = "";""");

    [Fact]
    public Task Parameter() => SilentAsync("""var o = new VideoApiOptions { ApiKey = text };""");

    [Fact]
    public Task Another_member() => SilentAsync("""var task = new VideoTask { Id = "0123456789abcdef0123" };""");

    [Fact]
    public Task Interpolation_of_a_variable() => SilentAsync("""var o = new VideoApiOptions { ApiKey = $"tlk_0123456789_{text}" };""");

    [Fact]
    public Task Coalesce_to_a_throw() => SilentAsync("""var o = new VideoApiOptions { ApiKey = text ?? throw new InvalidOperationException("no key 0123456789") };""");

    [Fact]
    public Task Constant_before_a_coalesce_of_another_member() => SilentAsync("""var name = text ?? "tlk_0A1B2C3D4E5F6G7H8J"; Console.WriteLine(name);""");

    [Fact]
    public Task Template() => SilentAsync("""var o = new VideoApiOptions { ApiKey = "{{API_KEY_OF_STAGE_2}}" };""");

    [Fact]
    public Task Message_does_not_show_it() => SaysAsync(
        """var o = new VideoApiOptions { ApiKey = [|"tlk_0A1B2C3D4E5F6G7H8J"|] };""",
        "The secret for VideoApiOptions.ApiKey is in the source: whoever can read the code or the assembly has it. Read it from configuration or the environment, and replace this one.");
}
