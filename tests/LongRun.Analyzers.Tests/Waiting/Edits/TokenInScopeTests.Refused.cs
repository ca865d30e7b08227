using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>Where it is not offered.</content>
public sealed partial class TokenInScopeTests
{
    [Fact]
    public Task Nothing_where_no_call_takes_a_token() => OffersAsync<WaitWithoutEndCodeFix>(
        """
        while (true)
        {
            var reply = exports.GetExport(number);
            if (reply.Job.State == "completed" || reply.Job.State == "failed" || reply.Job.State == "expired") break;
            Thread.Sleep(2000);
        }
        """);
}
