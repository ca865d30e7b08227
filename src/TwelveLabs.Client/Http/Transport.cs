using System.Net;
using System.Net.Sockets;
using LongRun.Http;
using Microsoft.Extensions.Logging;

namespace TwelveLabs.Http;

/// <summary>The handlers of a client, from the caller to the wire; the same with and without a container.</summary>
internal static class Transport
{
    // Long enough for a far server on a bad line; a host that drops packets would otherwise hold a call for two minutes.
    // Real time, whatever clock the client has: a network does not wait for a clock that stands still.
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(20);

    // The client lives as long as the program: a connection's end is when DNS is asked again.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Makes the handlers above the primary one, outermost first.</summary>
    public static DelegatingHandler[] CreateHandlers(TwelveLabsOptions options, TimeProvider timeProvider, ILoggerFactory? loggerFactory) =>
    [
        new CallPolicyHandler(new CallPipelines(options, timeProvider, loggerFactory)),
        new WholeAnswerHandler(options, timeProvider),
        // Innermost: it sees each answer as the server gave it.
        new OperationCallHandler(timeProvider, loggerFactory?.CreateLogger("TwelveLabs.Waits")),
    ];

    /// <summary>Puts the key right above the primary handler, and forbids redirects to it.</summary>
    /// <remarks>
    /// Below the factory's logging handler on purpose. That one hides header values in its text only: a structured
    /// logger reads them from its state. What is not on the request when it is logged cannot be read by anybody.
    /// </remarks>
    public static HttpMessageHandler GuardPrimaryHandler(HttpMessageHandler primary, Func<TwelveLabsOptions> options)
    {
        ForbidRedirects(primary);
        return new ApiKeyHandler(options) { InnerHandler = primary };
    }

    /// <summary>Hangs the handlers, outermost first, above the primary one.</summary>
    public static HttpMessageHandler Chain(DelegatingHandler[] handlers, HttpMessageHandler primary)
    {
        HttpMessageHandler chain = primary;
        for (int i = handlers.Length - 1; i >= 0; i--)
        {
            handlers[i].InnerHandler = chain;
            chain = handlers[i];
        }

        return chain;
    }

    /// <summary>Makes the handler that speaks to the network.</summary>
    public static SocketsHttpHandler CreatePrimaryHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Sets what every client of this package has in common.</summary>
    public static void Configure(HttpClient client, TwelveLabsOptions options)
    {
        client.BaseAddress = WithSlash(options.BaseAddress);
        // The pipelines own time.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestVersion = HttpVersion.Version11;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"TwelveLabs.Client/{typeof(Transport).Assembly.GetName().Version?.ToString(3) ?? "0"}");
    }

    private static void ForbidRedirects(HttpMessageHandler primary)
    {
        switch (primary)
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } handler:
                handler.AllowAutoRedirect = false;
                break;
            case DelegatingHandler { InnerHandler: { } inner }:
                ForbidRedirects(inner);
                break;
        }
    }

    /// <summary>Without the slash a relative address would replace the version.</summary>
    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    // SocketsHttpHandler.ConnectTimeout ends in a cancellation, which cannot be told from an answer that was lost. As a
    // socket error it is what it is: nothing was sent, so even a create may be tried again.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
#pragma warning disable RS0030 // A network is slow by real time, whatever clock a test has set.
        limit.CancelAfter(ConnectLimit);
#pragma warning restore RS0030
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, limit.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
