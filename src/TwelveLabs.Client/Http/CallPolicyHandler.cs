using LongRun.Http;
using Polly;
using Polly.Timeout;

namespace TwelveLabs.Http;

/// <summary>Runs each call through the pipeline of its kind.</summary>
internal sealed class CallPolicyHandler(CallPipelines pipelines) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallKind kind = CallClassifier.Classify(request);

        // A poll of an operation is repeated by the wait; two layers of retries would multiply.
        bool retries = OperationCall.Current is not { Kind: OperationCallKind.Poll };
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            return await pipelines.Get(kind, retries).ExecuteAsync(
                static async (context, call) => await call.Handler.SendOnceAsync(call.Request, context.CancellationToken).ConfigureAwait(false),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException exception)
        {
            // The platform's own type: nobody should have to know that Polly is inside.
            throw new TimeoutException(
                $"{request.Method} {request.RequestUri?.AbsolutePath} got no complete answer within {exception.Timeout.TotalSeconds:0.###} s (TwelveLabsOptions.{OptionOf(kind)}).",
                exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static string OptionOf(CallKind kind) => kind switch
    {
        CallKind.Create => nameof(TwelveLabsOptions.CreateTimeout),
        CallKind.Compute or CallKind.ComputeStream => nameof(TwelveLabsOptions.ComputeTimeout),
        _ => nameof(TwelveLabsOptions.AttemptTimeout),
    };

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
