using LongRun;
using LongRun.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Commands;

/// <summary>Runs what a command does with a client, and turns what went wrong into a line and an exit code.</summary>
internal static class Session
{
    /// <summary>Runs it. The key and the server come from the environment, as for every program that uses the client.</summary>
    /// <param name="reporter">Takes the line that says what went wrong.</param>
    /// <param name="work">What the command does; gives one of <see cref="ExitCodes"/>.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IFailureReporter reporter, Func<ITwelveLabsClient, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using ServiceProvider services = new ServiceCollection().AddTwelveLabsClient().Services.BuildServiceProvider();
            return await work(services.GetRequiredService<ITwelveLabsClient>()).ConfigureAwait(false);
        }
        catch (OptionsValidationException exception)
        {
            reporter.Failed(new JobFailure(null, null, null, string.Join(Environment.NewLine, exception.Failures)));
            return ExitCodes.Usage;
        }
        catch (WrongInputException exception)
        {
            reporter.Failed(new JobFailure(null, null, null, exception.Message));
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            reporter.Failed(new JobFailure(null, null, null, "Stopped."));
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (IsOfCall(exception))
        {
            reporter.Failed(new JobFailure(null, null, null, exception.Message));
            return ExitCodes.CallFailed;
        }
    }

    /// <summary>Whether the exception tells of a call: refused, lost, or never sent.</summary>
    public static bool IsOfCall(Exception exception) =>
        exception is ApiException or HttpRequestException or OperationStartUncertainException or TimeoutException or IOException;
}
