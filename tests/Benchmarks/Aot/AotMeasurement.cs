using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Benchmarks.Aot;

/// <summary>The quickstart as a native program: how large it is, and how soon its first request goes out.</summary>
/// <remarks>Beside it a program that does no more than one request with <see cref="HttpClient"/> and source-generated JSON.</remarks>
internal sealed class AotMeasurement : Measurement
{
    private const int Starts = 40;
    private const double MaxMegabytes = 14;
    private const double MaxMilliseconds = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public override string Name => "aot";

    public override string Summary => "size and start of samples/Quickstart as a native program";

    public override async Task RunAsync(Report report)
    {
        using RepositoryCopy copy = RepositoryCopy.Create();
        using var bareFolder = new WorkFolder();
        string quickstart = Publish(copy.PathOf("samples/Quickstart/Quickstart.csproj"), copy.PathOf("published"));
        string bare = Publish(BareProgram.Write(bareFolder.Root), bareFolder.PathOf("published"));
        double size = new FileInfo(quickstart).Length / 1e6;
        report.Judge("quickstart: size of the program", $"{size:N1} MB", $"≤ {MaxMegabytes} MB", size <= MaxMegabytes);
        report.Add("one request and JSON: size of the program", $"{new FileInfo(bare).Length / 1e6:N1} MB");

        List<double> ofQuickstart = [];
        List<double> ofBare = [];
        for (int start = 0; start < Starts; start++)
        {
            ofQuickstart.Add(await UntilFirstRequestAsync(quickstart));
            ofBare.Add(await UntilFirstRequestAsync(bare));
        }

        double middle = Middle.Of(ofQuickstart);
        report.Judge("quickstart: until its first request", $"{middle:N1} ms", $"≤ {MaxMilliseconds} ms", middle <= MaxMilliseconds);
        report.Add("one request and JSON: until its first request", $"{Middle.Of(ofBare):N1} ms");
    }

    private static string Publish(string project, string output)
    {
        // Said in the project, not at the command line: there it would be said to every project that it refers to.
        XElement root = XElement.Load(project);
        root.AddFirst(new XElement("PropertyGroup", new XElement("PublishAot", true)));
        root.Save(project);

        // The system's compiler will do; clang need not be there.
        (int exitCode, string log) = DotNetCommand.Run(Path.GetDirectoryName(project)!,
        [
            "publish", project, "-nologo", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:CppCompilerAndLinker=gcc",
            "-p:StripSymbols=true", "-nodeReuse:false", "-o", output,
        ]);
        return exitCode == 0
            ? Path.Combine(output, Path.GetFileNameWithoutExtension(project))
            : throw new WrongAnswerException($"The program could not be published (a C compiler and zlib's headers have to be there):\n{log}");
    }

    /// <summary>From the start of the process to its connection, in milliseconds.</summary>
    private static async Task<double> UntilFirstRequestAsync(string program)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TWELVELABS_API_KEY"] = "any";
        start.Environment["TWELVELABS_BASE_URL"] = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/v1.2/";
        using var patience = new CancellationTokenSource(Patience);
        long startedAt = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new WrongAnswerException($"{program} could not be started.");
        using TcpClient connection = await server.AcceptTcpClientAsync(patience.Token);
        double milliseconds = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        return milliseconds;
    }
}
