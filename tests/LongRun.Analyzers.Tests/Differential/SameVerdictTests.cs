extern alias runtime;

using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Constrained;
using Microsoft.CodeAnalysis;
using runtime::LongRun.Annotations;
using runtime::LongRun.Constraints;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>
/// The same values, as constants in code that the analyzers judge and as values that requests judge at run time: the
/// verdicts are the same. Both sides are the real ones, a generated client between them.
/// </summary>
public sealed class SameVerdictTests
{
    private const int Urls = 9000;
    private const int Durations = 3500;
    private const int Numbers = 4000;
    private const int Texts = 3500;
    private const int Media = 1000;
    private const int Calls = 400;
    private const int ShownAtMost = 25;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_every_value_compile_time_and_run_time_say_the_same()
    {
        int seed = Seed.Next();
        var random = new Random(seed);
        var requests = new Requests(random);
        (string Kind, Case[] Cases)[] kinds =
        [
            ("URLs", Make(Urls, () => Url(random, requests))),
            ("durations", Make(Durations, () => Duration(random, requests))),
            ("numbers", Make(Numbers, () => Number(random, requests))),
            ("texts and lists", Make(Texts, () => Text(random, requests))),
            ("media", Make(Media, () => Facts(random))),
            ("calls", Make(Calls, () => Call(random))),
        ];

        // Where nearly all values fit, or nearly none, agreement means little.
        Assert.All(kinds, static kind => Assert.InRange(kind.Cases.Count(static c => c.IsBroken), kind.Cases.Length / 10, kind.Cases.Length * 9 / 10));
        Case[] cases = [.. kinds.SelectMany(static kind => kind.Cases)];
        Assert.InRange(cases.Length, 20_000, int.MaxValue);
        ILookup<int, Diagnostic> found = await CompileTime.JudgeAsync([.. cases.Select(static c => c.Statement)], Stop);
        string[] differences = [.. cases.Select((c, n) => Difference(c, [.. found[n]])).OfType<string>()];

        Assert.True(differences.Length == 0, $"{Seed.Variable}={seed}: {differences.Length} of {cases.Length} differ, such as\n{string.Join('\n', differences.Take(ShownAtMost))}");
    }

    [Fact]
    public void A_url_that_breaks_no_rule_is_one_to_the_platform_too_with_the_same_host()
    {
        int seed = Seed.Next();
        var random = new Random(seed);
        var rule = new UrlRule();
        string[] fitting = [.. Make(20_000, () => GeneratedUrls.Next(random)).Where(url => !rule.Judge(url).IsViolation)];
        string[] refused = [.. fitting.Where(url => !IsSameToThePlatform(url, rule.Judge(url).Host!))];

        Assert.InRange(fitting.Length, 4000, 16_000);
        Assert.True(refused.Length == 0, $"{Seed.Variable}={seed}: {refused.Length} of {fitting.Length} are not accepted as they were judged, such as\n{string.Join('\n', refused.Take(ShownAtMost).Select(url => $"{Literal.Of(url)}: {rule.Judge(url).Host} and {Platform(url) ?? "none"}"))}");
    }

    private static T[] Make<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static string? Difference(Case judged, Diagnostic[] found)
    {
        string[] atCompileTime = [.. found.Where(static d => d.Id != "LRO2003").Select(static d => d.GetMessage()).Order(StringComparer.Ordinal)];
        bool isAdvised = found.Any(static d => d.Id == "LRO2003");

        // Not the words: the analyzer names the type with the member, and says what comes of it.
        bool isSame = judged.SameCount && judged.Messages is { } messages ? messages.Length == atCompileTime.Length : judged.IsBroken == atCompileTime.Length > 0;
        bool isAdvisedAlike = judged.IsAdvised is not { } advised || advised == isAdvised;
        return isSame && isAdvisedAlike
            ? null
            : $"{Shown(judged.Statement)}\n    compile time: {Shown(string.Join(" ", atCompileTime))}{(isAdvised ? " (advice)" : "")}\n    run time:     {(judged.Messages is null ? "cannot be made" : Shown(string.Join(" ", judged.Messages)))}{(judged.IsAdvised == true ? " (advice)" : "")}";
    }

    private static string Shown(string text) => text.Length <= 400 ? text : text[..400] + "…";

    private static Case Url(Random random, Requests requests)
    {
        string url = GeneratedUrls.Next(random);
        return random.Next(7) switch
        {
            0 or 1 => Advised(requests.Sample("Video", url, static (sample, text) => sample.Video = text), nameof(Sample.Video), url),
            2 => Advised(requests.Sample("VideoUri", url, static (Sample sample, Uri uri) => sample.VideoUri = uri), nameof(Sample.VideoUri), url),
            3 => requests.Sample("AnyUrl", url, static (sample, text) => sample.AnyUrl = text),
            4 => requests.Sample("AnyUri", url, static (Sample sample, Uri uri) => sample.AnyUri = uri),
            5 => requests.Sample("SecureUri", url, static (Sample sample, Uri uri) => sample.SecureUri = uri),
            _ => Advised(requests.Sample("Book", url, static (sample, text) => sample.Book = text), nameof(Sample.Book), url),
        };
    }

    private static Case Duration(Random random, Requests requests) => random.Next(9) switch
    {
        0 => requests.Sample("Clip", "double", GeneratedNumbers.Double(random), static (sample, number) => sample.Clip = number),
        1 => requests.Sample("ClipSingle", "float", GeneratedNumbers.Single(random), static (sample, number) => sample.ClipSingle = number),
        2 => requests.Sample("ClipExact", "decimal", GeneratedNumbers.Decimal(random), static (sample, number) => sample.ClipExact = number),
        3 => requests.Sample("ClipWhole", "int", GeneratedNumbers.Int(random), static (sample, number) => sample.ClipWhole = number),
        4 => requests.Sample("ClipLong", "long", GeneratedNumbers.Long(random), static (sample, number) => sample.ClipLong = number),
        5 => requests.Sample("Offset", "double", GeneratedNumbers.Double(random), static (sample, number) => sample.Offset = number),
        6 => requests.Sample("Wait", GeneratedDurations.Text(random), static (sample, text) => sample.Wait = text),
        _ => requests.HandWritten("Span", "TimeSpan", GeneratedDurations.Span(random), static (own, span) => own.Span = span),
    };

    private static Case Number(Random random, Requests requests) => random.Next(10) switch
    {
        0 => requests.Sample("Page", "int", GeneratedNumbers.Int(random), static (sample, number) => sample.Page = number),
        1 => requests.Sample("PageLong", "long", GeneratedNumbers.Long(random), static (sample, number) => sample.PageLong = number),
        2 => requests.Sample("Share", "double", GeneratedNumbers.Double(random), static (sample, number) => sample.Share = number),
        3 => requests.Sample("ShareSingle", "float", GeneratedNumbers.Single(random), static (sample, number) => sample.ShareSingle = number),
        4 => requests.Sample("ShareExact", "decimal", GeneratedNumbers.Decimal(random), static (sample, number) => sample.ShareExact = number),
        5 => requests.Sample("Step", "double", GeneratedNumbers.Double(random), static (sample, number) => sample.Step = number),
        6 => requests.Sample("StepSingle", "float", GeneratedNumbers.Single(random), static (sample, number) => sample.StepSingle = number),
        7 => requests.Sample("StepExact", "decimal", GeneratedNumbers.Decimal(random), static (sample, number) => sample.StepExact = number),
        8 => requests.Sample("StepWhole", "int", GeneratedNumbers.Int(random), static (sample, number) => sample.StepWhole = number),
        _ => requests.Sample("Small", "double", GeneratedNumbers.Double(random), static (sample, number) => sample.Small = number),
    };

    private static Case Text(Random random, Requests requests) => random.Next(8) switch
    {
        0 => requests.Sample("Title", GeneratedTexts.Next(random), static (sample, text) => sample.Title = text),
        1 => requests.Sample("Prompt", GeneratedTexts.Next(random), static (sample, text) => sample.Prompt = text),
        2 => requests.Sample("Hex", GeneratedTexts.Next(random), static (sample, text) => sample.Hex = text),
        3 => requests.Sample("Word", GeneratedTexts.Next(random), static (sample, text) => sample.Word = text),
        4 => requests.Sample("Names", "IReadOnlyList<string>", GeneratedLists.Of(random, "string", static random => Quoted(GeneratedTexts.Listed(random))), static (sample, names) => sample.Names = names) with { SameCount = false },
        5 => requests.Sample("Sizes", "IReadOnlyList<double>", GeneratedLists.Of(random, "double", GeneratedNumbers.Double), static (sample, sizes) => sample.Sizes = sizes) with { SameCount = false },
        6 => requests.Sample("Counts", "IReadOnlyList<int>", GeneratedLists.Of(random, "int", GeneratedNumbers.Int), static (sample, counts) => sample.Counts = counts),
        _ => requests.HandWritten("Order", "string", Quoted(GeneratedTexts.Listed(random)), static (own, text) => own.Order = text),
    };

    private static Case Facts(Random random)
    {
        Written<double>? duration = random.Chance(0.4) ? GeneratedNumbers.Double(random) : null;
        Written<int>? width = random.Chance(0.3) ? GeneratedNumbers.Int(random) : null;
        Written<int>? height = random.Chance(0.3) ? GeneratedNumbers.Int(random) : null;
        Written<long>? size = random.Chance(0.3) ? GeneratedNumbers.Long(random) : null;
        (MediaProfile profile, string expression) = random.OneOf(
            (VideoRequirements.Long, "VideoRequirements.Long"),
            (VideoRequirements.Short, "VideoRequirements.Short"),
            (VideoRequirements.All(VideoRequirements.Long, VideoRequirements.Short), "VideoRequirements.All(VideoRequirements.Long, VideoRequirements.Short)"));
        string?[] members = [Member("DurationSeconds", duration?.Expression), Member("Width", width?.Expression), Member("Height", height?.Expression), Member("SizeBytes", size?.Expression)];
        var facts = new MediaFacts { DurationSeconds = duration?.Value, Width = width?.Value, Height = height?.Value, SizeBytes = size?.Value };
        return new Case($"_ = {expression}.Check(new MediaFacts {{ {string.Join(", ", members.OfType<string>())} }});", Requests.Messages(profile.Check(facts)));
    }

    private static Case Call(Random random)
    {
        Written<int> limit = GeneratedNumbers.Int(random);
        Written<string> name = Quoted(GeneratedTexts.Next(random));
        Written<double> longest = GeneratedNumbers.Double(random);
        (string argument, Func<ValuesClient, Task> call) = random.Next(3) switch
        {
            0 => ($"pageLimit: {limit.Expression}", client => client.ListValuesAsync(pageLimit: limit.Value, cancellationToken: Stop)),
            1 => ($"name: {name.Expression}", client => client.ListValuesAsync(name: name.Value, cancellationToken: Stop)),
            _ => ($"longest: {longest.Expression}", (Func<ValuesClient, Task>)(client => client.ListValuesAsync(longest: longest.Value, cancellationToken: Stop))),
        };
        using var http = new HttpClient(new Accepting());
        try
        {
            Task task = call(new ValuesClient(http) { ValidateRequests = true });
            Assert.True(task.IsCompletedSuccessfully);
            return new Case($"_ = client.ListValuesAsync({argument});", []);
        }
        catch (ConstraintViolationException exception)
        {
            return new Case($"_ = client.ListValuesAsync({argument});", Requests.Messages(exception.Violations));
        }
    }

    private static string? Member(string name, string? expression) => expression is null ? null : $"{name} = {expression}";

    private static Written<string> Quoted(string text) => new(text, Literal.Of(text));

    // By the attribute itself: a request says only what breaks a rule.
    private static Case Advised(Case judged, string member, string url)
    {
        UrlConstraintAttribute limits = typeof(Sample).GetProperty(member)!.GetCustomAttribute<UrlConstraintAttribute>()!;
        return judged with { IsAdvised = new UrlRule(limits.Provider, limits.Schemes, limits.Hosts, limits.Forms, limits.IdPattern).Judge(url).IsAdvice };
    }

    private static bool IsSameToThePlatform(string url, string host) =>
        Platform(url) is { } name
        && (IPAddress.TryParse(host, out IPAddress? address)
            ? IPAddress.TryParse(name, out IPAddress? same) && same.Equals(address)
            : name.Equals(host, StringComparison.OrdinalIgnoreCase));

    // Without the dot that says that a name is complete. It leaves long labels of far alphabets as they were written.
    private static string? Platform(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            ? uri.IdnHost.TrimEnd('.') is var host && Ascii.IsValid(host) ? host : new IdnMapping().GetAscii(uri.IdnHost.TrimEnd('.'))
            : null;

    private sealed class Accepting : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
