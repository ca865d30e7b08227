using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

/// <content>What is mended, and what only a person can mend.</content>
public sealed partial class UnusableUrlTests
{
    [Theory]
    [InlineData("\"youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"https://youtu.be/dQw4w9WgXcQ \"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"//youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"\\thttps://youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\" youtu.be/dQw4w9WgXcQ \"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"www.youtube.com/watch?v=\" + text", "\"https://www.youtube.com/watch?v=\" + text")]
    public Task Is_mended(string before, string after) => MendsAsync<UnusableUrlCodeFix>($"await api.ImportAsync([|{before}|]);", $"await api.ImportAsync({after});");

    [Theory]
    [InlineData("await api.ImportAsync([|\"\"|]);")]
    [InlineData("await api.ImportAsync([|\" \"|]);")]
    [InlineData("await api.ImportAsync([|\"vimeo.com/1\"|]);")]
    [InlineData("var r = new UploadRequest { Callback = [|\"a.example/hook\"|] };")]
    public Task Is_not_mended(string statements) => OffersNothingAsync<UnusableUrlCodeFix>(statements);
}
