using System.Reflection;
using LongRun.Constraints;
using LongRun.Http;
using LongRun.Validation;

namespace TwelveLabs.Client.Tests;

/// <summary>What requests say of themselves, without a client.</summary>
public sealed class ValidateTests
{
    private static readonly Type[] Attributes =
    [
        typeof(LongRun.Annotations.UrlConstraintAttribute), typeof(LongRun.Annotations.DurationConstraintAttribute), typeof(LongRun.Annotations.NumberConstraintAttribute),
        typeof(LongRun.Annotations.TextConstraintAttribute), typeof(LongRun.Annotations.ItemsConstraintAttribute),
    ];

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("HTTP://WWW.YOUTUBE.COM:80/watch?v=dQw4w9WgXcQ")]
    // Advice only: LRO2003 says so in the editor, and the platform may take it.
    [InlineData("https://www.youtube.com/playlist?list=PL1234567890")]
    [InlineData("https://www.youtube.com/watch?v=short")]
    [InlineData("https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ")]
    public void A_url_that_breaks_no_rule_fits(string url) => Assert.Empty(Upload(url).Validate());

    [Theory]
    [InlineData("https://vimeo.com/1084537", "'vimeo.com' is not a YouTube host; Url accepts youtube.com, youtu.be and youtube-nocookie.com.")]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "'youtube.com.evil.example' is not a YouTube host; Url accepts youtube.com, youtu.be and youtube-nocookie.com.")]
    [InlineData("ftp://www.youtube.com/watch?v=dQw4w9WgXcQ", "'ftp' is not accepted in a YouTube URL; Url accepts https and http.")]
    [InlineData("www.youtube.com/watch", "'www.youtube.com/watch' is not an absolute URL; it should begin with a scheme such as https://.")]
    public void A_url_that_breaks_one_is_named_with_what_is_accepted(string url, string message)
    {
        CreateExternalProviderTaskRequest request = Upload(url);
        ConstraintViolation violation = Assert.Single(request.Validate());

        Assert.Equal(("Url", message), (violation.Subject, violation.Message));
        Assert.Equal(url, violation.Value);
    }

    [Fact]
    public void Everything_is_listed_with_the_path_of_each_member()
    {
        var request = new SearchRequest
        {
            Query = "",
            IndexId = "i",
            SearchOptions = [SearchOption.Visual, SearchOption.Visual],
            AdjustConfidenceLevel = double.NaN,
            PageLimit = 51,
            Filter = new SearchFilter { Id = ["a", "", "b"], Duration = new DurationRange { Gte = -1, Lte = 3 }, Title = "" },
        };

        Assert.Equal(
            ["Query", "SearchOptions", "AdjustConfidenceLevel", "PageLimit", "Filter.Id[1]", "Filter.Duration.Gte", "Filter.Title"],
            request.Validate().Select(static violation => violation.Subject));
        Assert.Equal(["Id[1]", "Duration.Gte", "Title"], request.Filter.Validate().Select(static violation => violation.Subject));
    }

    [Fact]
    public void Items_of_a_list_and_forms_are_judged_too()
    {
        var index = new CreateIndexRequest { IndexName = "films", Engines = [new IndexEngine { EngineName = "marengo2.6", EngineOptions = [] }], Addons = ["a", "b"] };
        using var file = new MemoryStream();
        var embed = new CreateEmbeddingTaskRequest { EngineName = EmbeddingEngineName.MarengoRetrieval2_6, VideoFile = new FileParameter(file), VideoClipLength = 11, VideoStartOffsetSec = -0.5, VideoEmbeddingScope = [] };

        Assert.Equal(["Engines[0].EngineOptions", "Addons"], index.Validate().Select(static violation => violation.Subject));
        Assert.Equal(["VideoStartOffsetSec", "VideoClipLength", "VideoEmbeddingScope"], embed.Validate().Select(static violation => violation.Subject));
        Assert.Equal("11 s is longer than VideoClipLength accepts (2 s to 10 s).", embed.Validate()[1].Message);
    }

    [Fact]
    public void What_is_null_is_not_judged()
    {
        Assert.Empty(new CreateExternalProviderTaskRequest { IndexId = null!, Url = null! }.Validate());
        Assert.Empty(new CreateIndexRequest { IndexName = "films", Engines = [null!] }.Validate());
    }

    [Fact]
    public void Every_constraint_on_a_member_of_a_request_has_its_judge()
    {
        Type[] requests = [.. typeof(TwelveLabsClient).Assembly.GetTypes().Where(static type => type.IsAssignableTo(typeof(IConstrained)))];
        List<string> missing = [];
        int found = 0;
        foreach (Type request in requests)
        {
            foreach (PropertyInfo property in request.GetProperties())
            {
                foreach (Type attribute in Attributes.Where(property.IsDefined))
                {
                    found++;
                    Demand(missing, request, property.Name, attribute);
                }
            }
        }

        Assert.Empty(missing);
        Assert.InRange(found, 30, int.MaxValue);
        Assert.Contains(typeof(CreateTaskRequest), requests);
        Assert.DoesNotContain(typeof(IndexTask), requests);
    }

    [Fact]
    public void Every_constraint_on_a_parameter_of_a_call_has_its_judge()
    {
        List<string> missing = [];
        int found = 0;
        foreach (MethodInfo method in typeof(ITwelveLabsClient).GetMethods())
        {
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                foreach (Type attribute in Attributes.Where(a => parameter.IsDefined(a, inherit: false)))
                {
                    found++;
                    string name = method.Name[..^"Async".Length] + char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..];
                    Demand(missing, typeof(TwelveLabsClient), name, attribute);
                }
            }
        }

        Assert.Empty(missing);
        Assert.InRange(found, 40, int.MaxValue);
    }

    private static void Demand(List<string> missing, Type type, string name, Type attribute)
    {
        string kind = attribute.Name.Replace("ConstraintAttribute", "", StringComparison.Ordinal);
        const BindingFlags fields = BindingFlags.Static | BindingFlags.NonPublic;
        Type? rules = type.GetNestedType("Rules_", BindingFlags.NonPublic);
        if (!new[] { name, name + kind }.Any(field => rules?.GetField(field, fields)?.FieldType.Name == kind + "Rule"))
        {
            missing.Add($"{type.Name}.{name}: {kind}");
        }
    }

    private static CreateExternalProviderTaskRequest Upload(string url) => new() { IndexId = "i", Url = new Uri(url, UriKind.RelativeOrAbsolute) };
}
