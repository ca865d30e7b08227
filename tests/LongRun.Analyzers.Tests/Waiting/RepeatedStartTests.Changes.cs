namespace LongRun.Analyzers.Tests.Waiting;

/// <content>What a turn changes in the request: locals, parameters, members, items.</content>
public sealed partial class RepeatedStartTests
{
    [Theory]
    [InlineData("", "new()", "")]
    [InlineData("", "new() { Name = text + text }", "")]
    [InlineData("", "new() { Name = fixedName + fixedName }", "")]
    [InlineData("", "new() { Name = text.Length.ToString() }", "")]
    [InlineData("", "new() { Name = names.First(n => n.Length > 1) }", "")]
    [InlineData("", "new() { Name = names.Select(n => { var first = n; return first; }).Last() }", "")]
    [InlineData("", "request", "Console.WriteLine(request.Name);")]
    [InlineData("", "request", "request.Name = \"other\";")]
    [InlineData("", "request", "_ = request.Name!.Contains(\"x\");")]
    [InlineData("", "request", "_ = request.ToString();")]
    [InlineData("", "request", "(var kept, number) = (request, attempt);")]
    [InlineData("", "new() { Name = fixedName }", "Look(in fixedName);")]
    [InlineData("", "new() { Name = bag.Text }", "_ = bag.Items.Contains(\"x\");")]
    [InlineData("var made = new UploadRequest { Name = text };", "made", "")]
    [InlineData("UploadRequest made; made = new() { Name = text };", "made", "")]
    [InlineData("var first = text; var second = first;", "new() { Name = second }", "")]
    [InlineData("string name = names[0];", "new() { Name = name }", "")]
    public Task The_same_in_each_turn(string before, string request, string inHandler) => FileAsync(Turning(before, request, inHandler, isReported: true));

    [Theory]
    [InlineData("", "new() { Name = names[attempt] }", "")]
    [InlineData("", "new() { Priority = number++ }", "")]
    [InlineData("", "new() { Priority = --number }", "")]
    [InlineData("", "new() { Priority = number += 1 }", "")]
    [InlineData("", "new() { Name = text = text.Substring(1) }", "")]
    [InlineData("", "new() { Name = DateTime.Now.ToString() }", "")]
    [InlineData("", "new() { Name = DateTime.UtcNow.ToString() }", "")]
    [InlineData("", "new() { Name = DateTime.Today.ToString() }", "")]
    [InlineData("", "new() { Name = moving.Current }", "")]
    [InlineData("", "new() { Name = text }", "text = \"other\" + attempt;")]
    [InlineData("", "new() { Name = text }", "text += \"x\";")]
    [InlineData("", "new() { Priority = number }", "number++;")]
    [InlineData("", "new() { Name = changedName }", "changedName += \"x\";")]
    [InlineData("", "new() { Name = changedName }", "Change(ref changedName);")]
    [InlineData("", "new() { Name = changedName }", "Make(out changedName);")]
    [InlineData("", "new() { Name = changedName }", "(changedName, number) = (names[attempt], 1);")]
    [InlineData("", "new() { Priority = count }", "count--;")]
    [InlineData("", "request", "request.Name = names[attempt];")]
    [InlineData("", "request", "request.Name += \"x\";")]
    [InlineData("", "request", "request.Priority++;")]
    [InlineData("", "new() { Name = bag.Text }", "bag.Items.Add(\"x\");")]
    [InlineData("string name = names[attempt];", "new() { Name = name }", "")]
    [InlineData("string name; name = names[attempt];", "new() { Name = name }", "")]
    [InlineData("UploadRequest made; made = new(); made = new() { Name = text };", "made", "")]
    [InlineData("var (name, _) = (names[attempt], 1);", "new() { Name = name }", "")]
    [InlineData("if (names[attempt] is not { } name) { continue; }", "new() { Name = name }", "")]
    [InlineData("Make(out var name);", "new() { Name = name }", "")]
    public Task Something_else_in_each_turn(string before, string request, string inHandler) => FileAsync(Turning(before, request, inHandler, isReported: false));

    [Theory]
    [InlineData("foreach (string name in names) { try { _ = await api.[|ImportAsync|](name); } catch (UriFormatException) { throw; } }")]
    [InlineData("_ = await Task.WhenAll(names.Select(n => api.[|ImportAsync|](n)));")]
    [InlineData("names.ForEach(n => Console.WriteLine(api.[|ImportAsync|](n).Result.Id));")]
    [InlineData("await Parallel.ForEachAsync(names, async (n, t) => Console.WriteLine((await api.[|ImportAsync|](n, null, t)).Id));")]
    [InlineData("_ = await Task.Run(() => api.[|ImportAsync|](text));")]
    [InlineData("foreach (string name in Read()) { _ = await api.ImportAsync(name); }")]
    [InlineData("await foreach (string name in ReadAll(text)) { _ = await api.ImportAsync(name); }")]
    [InlineData("_ = await Task.WhenAll(Read().Select(n => api.ImportAsync(n)));")]
    [InlineData("changed.ForEach(n => Console.WriteLine(api.ImportAsync(n).Result.Id));")]
    [InlineData("await Later(() => api.ImportAsync(text));")]
    [InlineData("_ = await apis[attempt].CreateTaskAsync(new());")]
    [InlineData("_ = await apis[0].[|CreateTaskAsync|](new());")]
    [InlineData("await api.[|UploadAndWaitAsync|](new(), new WaitOptions { Progress = Progress(attempt) }, new CancellationTokenSource(attempt).Token);")]
    public Task All_again(string work) => FileAsync($$"""
        class Program
        {
            async Task RunAsync(IVideoApi api, string text, List<string> names, List<string> changed, IVideoApi[] apis)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { {{work}} break; }
                    catch (TimeoutException) { changed.RemoveAt(0); }
                }
            }
            IEnumerable<string> Read() => throw new NotSupportedException();
            IAsyncEnumerable<string> ReadAll(string from) => throw new NotSupportedException();
            Task Later(Func<Task> work) => Task.CompletedTask;
            static IProgress<OperationProgress> Progress(int attempt) => throw new NotSupportedException();
        }
        """);

    [Theory]
    [InlineData("private string _name = \"\";", "_name", "", true)]
    [InlineData("private string _name = \"\";", "_name", "_other = names[attempt];", true)]
    [InlineData("private string _name = \"\";", "_name", "Console.WriteLine(_name);", true)]
    [InlineData("private string _name = \"\";", "_name", "_ = new UploadRequest { Name = text };", true)]
    [InlineData("private string _name = \"\";", "this._name", "_name = names[attempt];", false)]
    [InlineData("private string _name = \"\";", "_name", "this._name = names[attempt];", false)]
    [InlineData("private string _name = \"\";", "_name", "Other();", false)]
    [InlineData("private readonly string _name = \"\";", "_name", "Other();", true)]
    [InlineData("private const string _name = \"\";", "_name", "Other();", true)]
    [InlineData("private static string _name = \"\";", "_name", "_name = names[attempt];", false)]
    [InlineData("private string _name { get; } = \"\";", "_name", "Other();", true)]
    [InlineData("public string _name { get; init; } = \"\";", "_name", "Other();", true)]
    [InlineData("public string _name { get; private set; } = \"\";", "_name", "Other();", false)]
    [InlineData("public string _name { get; private set; } = \"\";", "_name", "_name += \"x\";", false)]
    public Task Members_of_the_same_type(string member, string name, string inHandler, bool isReported) => FileAsync($$"""
        class Program
        {
            {{member}}
            private string _other = "";
            private void Other() => _other = "";
            async Task RunAsync(IVideoApi api, string text, string[] names)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}(new() { Name = {{name}} })).Id); break; }
                    catch (TimeoutException) { {{inHandler}} }
                }

                _other = text;
            }
        }
        """);

    [Fact]
    public Task Parameter_of_the_function_around_the_loop() => ReportsAsync("""
        Func<string, Task> import = async name =>
        {
            while (true) { try { Console.WriteLine((await api.[|ImportAsync|](name)).Id); break; } catch (TimeoutException) { } }
        };
        await import(text);
        """);

    [Fact]
    public Task Failure_of_something_else_that_the_request_tells_of() => SilentAsync("""
        while (true)
        {
            try { System.IO.File.Delete(text); break; }
            catch (System.IO.IOException e)
            {
                try { Console.WriteLine((await api.CreateTaskAsync(new() { Name = e.Message })).Id); break; }
                catch (TimeoutException) { }
            }
        }
        """);

    private static string Turning(string before, string request, string inHandler, bool isReported) => $$"""
        class Bag { public string Text => ""; public List<string> Items { get; } = []; }
        class Program
        {
            async Task RunAsync(IVideoApi api, string text, int number, Bag bag, List<string> names, IEnumerator<string> moving)
            {
                var request = new UploadRequest();
                string fixedName = "a";
                string changedName = "a";
                int count = 3;
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    {{before}}
                    try { Console.WriteLine((await api.{{(isReported ? "[|CreateTaskAsync|]" : "CreateTaskAsync")}}({{request}})).Id); break; }
                    catch (TimeoutException) { {{inHandler}} }
                }
            }
            static void Look(in string name) { }
            static void Change(ref string name) => name += "x";
            static void Make(out string name) => name = Guid.NewGuid().ToString();
        }
        """;
}
