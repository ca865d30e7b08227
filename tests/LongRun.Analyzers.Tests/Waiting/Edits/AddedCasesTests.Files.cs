using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <content>In whole files: other usings, other ends of lines, clients of their own.</content>
public sealed partial class AddedCasesTests
{
    [Fact]
    public Task Without_usings() => FileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case "ready":
                        return;
                }
            }
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case "ready":
                        return;
                    case "failed":
                        throw new System.InvalidOperationException("Indexing ended as 'failed'.");
                    case "canceled":
                        throw new System.InvalidOperationException("Indexing ended as 'canceled'.");
                }
            }
        }
        """));

    [Fact]
    public Task Constants_of_another_class() => FileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        class Program
        {
            const string Done = "ready";
            const string Bad = "failed";
            const string Away = "canceled";
            static readonly string Other = "canceled";

            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case Done:
                        return;
                }
            }
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        class Program
        {
            const string Done = "ready";
            const string Bad = "failed";
            const string Away = "canceled";
            static readonly string Other = "canceled";

            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case Done:
                        return;
                    case Bad:
                        throw new System.InvalidOperationException("Indexing ended as 'failed'.");
                    case Away:
                        throw new System.InvalidOperationException("Indexing ended as 'canceled'.");
                }
            }
        }
        """));

    [Fact]
    public Task Constant_without_a_sibling() => FileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        class Program
        {
            const string Done = "ready";
            static readonly string Other = "canceled";

            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case Done:
                        return;
                }
            }
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        class Program
        {
            const string Done = "ready";
            static readonly string Other = "canceled";

            async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
            {
                switch ((await api.GetTaskAsync(id)).Status.Value)
                {
                    case Done:
                        return;
                    case "failed":
                        throw new System.InvalidOperationException("Indexing ended as 'failed'.");
                    case "canceled":
                        throw new System.InvalidOperationException("Indexing ended as 'canceled'.");
                }
            }
        }
        """));

    [Fact]
    public Task Enum_in_an_alias() => FileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        using State = Renders.RenderState;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Renders.IRenderApi renders, string id)
            {
                switch ((await renders.GetRenderAsync(id)).State)
                {
                    case State.Error:
                        return;
                }
            }
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        using State = Renders.RenderState;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Renders.IRenderApi renders, string id)
            {
                switch ((await renders.GetRenderAsync(id)).State)
                {
                    case State.Error:
                        return;
                    case State.Cancelled:
                        throw new System.InvalidOperationException("Rendering ended as 'cancelled'.");
                    case State.Done:
                        break;
                }
            }
        }
        """));

    [Fact]
    public Task Enum_of_a_static_using() => FileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        using static Renders.RenderState;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Renders.IRenderApi renders, string id)
            {
                switch ((await renders.GetRenderAsync(id)).State) { case Error: return; }
            }
        }
        """,
        new Offer("Add the missing cases", "AddCases", """
        using static Renders.RenderState;
        class Program
        {
            async System.Threading.Tasks.Task RunAsync(Renders.IRenderApi renders, string id)
            {
                switch ((await renders.GetRenderAsync(id)).State) { case Error: return; case Cancelled: throw new System.InvalidOperationException("Rendering ended as 'cancelled'."); case Done: break; }
            }
        }
        """));

    [Fact]
    public Task Tabs_and_carriage_returns() => WindowsFileOffersAsync<IncompleteStatusSwitchCodeFix>(
        """
        class Program
        {
        	async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
        	{
        		switch ((await api.GetTaskAsync(id)).Status.Value)
        		{
        			case "ready":
        				return; // done

        			case "failed":
        				return;
        		}
        	}
        }
        """,
        new Offer("Add the missing case", "AddCases", """
        class Program
        {
        	async System.Threading.Tasks.Task RunAsync(Videos.IVideoApi api, string id)
        	{
        		switch ((await api.GetTaskAsync(id)).Status.Value)
        		{
        			case "ready":
        				return; // done

        			case "failed":
        				return;

        			case "canceled":
        				throw new System.InvalidOperationException("Indexing ended as 'canceled'.");
        		}
        	}
        }
        """));
}
