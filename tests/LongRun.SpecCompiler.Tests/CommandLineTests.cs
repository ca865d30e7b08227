using System.Diagnostics;

namespace LongRun.SpecCompiler.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--what x", "unknown argument '--what'")]
    [InlineData("--input", "'--input' needs a value")]
    [InlineData("--input a.yaml --document l.json --context c.cs --namespace A", "'--class-name' is missing")]
    [InlineData("", "'--input' is missing")]
    public void Wrong_arguments_end_with_code_2_and_the_usage(string arguments, string message)
    {
        (int code, string output, string error) = Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Equal($"LongRun.SpecCompiler: {message}{Environment.NewLine}{CompilerOptions.Usage}{Environment.NewLine}", error);
    }

    [Fact]
    public void A_mistake_in_the_document_ends_with_code_1_and_one_line()
    {
        using var run = new SpecRun("openapi: 2.0\npaths: {}\n");
        (int code, string output, string error) = Run("--input", run.Input, "--document", run.LoweredPath, "--context", run.ContextPath, "--namespace", "A", "--class-name", "B");
        Assert.Equal(1, code);
        Assert.Equal($"{run.Input}(1,10): error LRO3001: OpenAPI 2.0 is not supported; 3.0, 3.1 and 3.2 are.{Environment.NewLine}", output);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("my-app.Api", "MyClient", "'my-app.Api' cannot be a namespace; give the OpenApiClient item a 'Namespace', such as 'MyApp.Api'.")]
    [InlineData("Acme..Api", "MyClient", "'Acme..Api' cannot be a namespace; give the OpenApiClient item a 'Namespace', such as 'Acme.Value.Api'.")]
    [InlineData("Acme", "My client", "'My client' cannot be the name of a class; give the OpenApiClient item another 'ClassName', such as 'MyClient'.")]
    [InlineData("Acme", "class", "'class' cannot be the name of a class; give the OpenApiClient item another 'ClassName', such as 'Class'.")]
    public void A_name_that_CSharp_does_not_take_is_one_error(string space, string className, string message)
    {
        using var run = new SpecRun("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n");
        (int code, string output, _) = Run("--input", run.Input, "--document", run.LoweredPath, "--context", run.ContextPath, "--namespace", space, "--class-name", className);
        Assert.Equal(1, code);
        Assert.Equal($"{run.Input}(1,1): error LRO3001: {message}{Environment.NewLine}", output);
        Assert.False(File.Exists(run.LoweredPath));
    }

    [Fact]
    public void Files_that_cannot_be_written_end_with_code_1_and_one_line()
    {
        using var run = new SpecRun("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n");
        string below = Path.Combine(run.Input, "lowered.json");
        (int code, string output, _) = Run("--input", run.Input, "--document", below, "--context", run.ContextPath, "--namespace", "A", "--class-name", "B");
        Assert.Equal(1, code);
        Assert.StartsWith($"{run.Input} : error LRO3001: The lowered document or the JSON context cannot be written: ", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        string program = typeof(CompilerOptions).Assembly.Location;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
