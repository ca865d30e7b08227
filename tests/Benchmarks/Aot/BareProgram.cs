namespace Benchmarks.Aot;

/// <summary>The least that a program of this kind does: one request, its answer read as JSON.</summary>
internal static class BareProgram
{
    /// <summary>Writes the program into a folder.</summary>
    /// <returns>Path of its project.</returns>
    public static string Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            using System.Text.Json;
            using System.Text.Json.Serialization;

            using var http = new HttpClient();
            await using Stream answer = await http.GetStreamAsync(Environment.GetEnvironmentVariable("TWELVELABS_BASE_URL")!);
            Console.WriteLine((await JsonSerializer.DeserializeAsync(answer, Context.Default.Answer))!.Id);

            internal sealed record Answer(string Id);

            [JsonSerializable(typeof(Answer))]
            internal sealed partial class Context : JsonSerializerContext;
            """);
        string project = Path.Combine(folder, "Bare.csproj");
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        return project;
    }
}
