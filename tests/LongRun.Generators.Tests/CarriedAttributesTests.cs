using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Of the attributes on a raw call, those that hold for the start are carried over to it, and no other.</summary>
public sealed class CarriedAttributesTests
{
    [Fact]
    public void A_client_in_the_manner_of_Refit_keeps_the_attributes_of_its_sender_to_itself()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace Shop.Jobs
            {
                /// <summary>Sends.</summary>
                [AttributeUsage(AttributeTargets.Method)] public sealed class PostAttribute(string path) : Attribute { /// <summary>Path.</summary>
                    public string Path => path; }

                /// <summary>Body.</summary>
                [AttributeUsage(AttributeTargets.Parameter)] public sealed class BodyAttribute : Attribute;

                /// <summary>An answer with its head.</summary>
                /// <typeparam name="T">Body.</typeparam>
                public interface IApiResponse<out T>
                {
                    /// <summary>Body.</summary>
                    T? Content { get; }
                }

                {{Sources.Job}}

                /// <summary>Client.</summary>
                public interface IJobsApi
                {
                    /// <summary>Starts.</summary>
                    [Post("/jobs")]
                    [StartsOperation("Render", nameof(GetJob), "Content.Id")]
                    Task<IApiResponse<Job>> PostJob([Body] Job job, [UrlConstraint(Provider = "Tube", Hosts = new[] { "tube.example" })] string source);

                    /// <summary>Looks.</summary>
                    [Post("/jobs/{id}")]
                    [OperationMonitor("Rendering", "id", "Content.Status", Succeeded = new[] { "done" }, Failed = new[] { "dead", "gone" })]
                    Task<IApiResponse<Job>> GetJob(string id);
                }
            }
            """).AssertClean();

        string text = run.AllText();
        Assert.DoesNotContain("Body]", text, StringComparison.Ordinal);
        Assert.Contains("[global::LongRun.Annotations.UrlConstraint(Provider = \"Tube\", Hosts = new string[] { \"tube.example\" })] string source", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Content?.Status,", text, StringComparison.Ordinal);
        Assert.Contains("_ => client.PostJob(job, source)", text, StringComparison.Ordinal);
        Assert.Contains("<c>dead</c> or <c>gone</c> means failure", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_obsolete_raw_call_gives_an_obsolete_start_and_no_warning_where_it_is_called()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [Obsolete("Use another.")]
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();

            {{Sources.JobMonitor}}
            }
            """).AssertClean();

        Assert.Contains(run.Method("N.ClientOperationExtensions", "StartRunAsync").GetAttributes(), static a => a.AttributeClass!.Name == "ObsoleteAttribute");
        Assert.Contains(run.Method("N.ClientOperationExtensions", "RunAndWaitAsync").GetAttributes(), static a => a.AttributeClass!.Name == "ObsoleteAttribute");
    }

    [Fact]
    public void A_start_says_that_it_is_one_and_a_wait_does_not()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.TwelveLabs);

        AttributeData attribute = Assert.Single(run.Method("TwelveLabs.TwelveLabsClientOperationExtensions", "StartUploadFromExternalProviderAsync").GetAttributes());
        Assert.Equal(["UploadFromExternalProvider", "RetrieveTaskAsync", "Id"], attribute.ConstructorArguments.Select(static a => a.Value));
        Assert.Empty(run.Method("TwelveLabs.TwelveLabsClientOperationExtensions", "UploadFromExternalProviderAndWaitAsync").GetAttributes());
    }
}
