using LongRun.Annotations;
using LongRun.Http;
using Microsoft.Extensions.Options;
using TwelveLabs.Configuration;
using TwelveLabs.Http;

namespace TwelveLabs;

/// <content>What the document cannot say: clients without a container, and the exceptions.</content>
public sealed partial class TwelveLabsClient
{
    /// <summary>Creates a client for programs without a container. Make one and keep it: it is safe for any number of calls at once.</summary>
    /// <param name="apiKey">The key that the dashboard of the account shows.</param>
    /// <remarks>
    /// Same handlers, retries and limits as <c>AddTwelveLabsClient</c>. The client needs no disposing: its idle
    /// connections close by themselves.
    /// </remarks>
    /// <exception cref="OptionsValidationException">The key is empty or cannot be a key.</exception>
    public TwelveLabsClient([Secret] string apiKey)
        : this(new TwelveLabsOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Creates a client for programs without a container, with options of its own.</summary>
    /// <param name="options">The options; copied, so that later changes have no effect. The environment is not read.</param>
    /// <param name="timeProvider">Clock of retries and limits; the system's unless given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or out of its range.</exception>
    public TwelveLabsClient(TwelveLabsOptions options, TimeProvider? timeProvider = null)
        : this(CreateHttpClient(options, timeProvider ?? TimeProvider.System, Transport.CreatePrimaryHandler())) =>
        ValidateRequests = options.ValidateRequests;

    /// <inheritdoc />
    protected override ApiException CreateException(in LongRun.Http.ApiError error) => TwelveLabsException.From(error);

    internal static HttpClient CreateHttpClient(TwelveLabsOptions options, TimeProvider timeProvider, HttpMessageHandler primary)
    {
        ArgumentNullException.ThrowIfNull(options);
        TwelveLabsOptionsValidator.ThrowIfInvalid(options);
        TwelveLabsOptions own = options.Copy();
        var client = new HttpClient(Transport.Chain(
            Transport.CreateHandlers(own, timeProvider, loggerFactory: null),
            Transport.GuardPrimaryHandler(primary, () => own)));
        Transport.Configure(client, own);
        return client;
    }
}
