namespace LongRun.Analyzers.Tests.Constraints;

/// <content>Which facts are known when they are checked, and which profile checks them.</content>
public sealed partial class MediaOutOfRangeTests
{
    [Theory]
    [InlineData("var facts = new MediaFacts(); facts.Height = [|1|]; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Width = 5 }; facts.Height = [|1|]; VideoRequirements.Marengo.ThrowIfViolated(facts);")]
    [InlineData("var facts = new MediaFacts { Height = [|1|] }; facts.Width = number; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = [|1|] }; Console.WriteLine(facts.Height); if (facts.Width == 3) { return; } VideoRequirements.Marengo.Check(facts);")]
    [InlineData("MediaFacts facts; facts = new MediaFacts { Height = [|1|] }; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = [|1|] }; if (VideoRequirements.Pegasus.Check(facts).Count > 0 || flag) { VideoRequirements.Pegasus.Check(facts); }", 2)]
    [InlineData("var facts = new MediaFacts { Height = 1 }; facts.Height = 2; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts(); facts.Height = 1; facts.Height = 2; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; facts.Height += 500; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; facts.Height++; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; --facts.Height; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts(); if (flag) { facts.Height = 1; } VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts(); VideoRequirements.Marengo.Check(facts); facts.Height = 1;")]
    [InlineData("var facts = new MediaFacts(); Action later = () => facts.Height = 1; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; var same = facts; same.Height = 500; VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; facts.ToString(); VideoRequirements.Marengo.Check(facts);")]
    [InlineData("var facts = new MediaFacts { Height = 1 }; Console.WriteLine(facts); VideoRequirements.Marengo.Check(facts);")]
    public Task Facts_of_a_local(string statements, int times = 1) => ReportsAsync(times == 1 ? statements : statements.Replace("[|1|]", "{|LRO2009:{|LRO2009:1|}|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("Height = [|-2147483648|]")]
    [InlineData("SizeBytes = [|-1|]")]
    [InlineData("SizeBytes = [|2147483649|]")]
    [InlineData("SizeBytes = [|9007199254740993|]")]
    [InlineData("SizeBytes = 0")]
    [InlineData("Height = 2160, SizeBytes = 1, DurationSeconds = 7200")]
    [InlineData("Height = [|2161|], DurationSeconds = {|LRO2004:7200.5|}")]
    [InlineData("DurationSeconds = {|LRO2004:3.99|}")]
    public Task Values(string facts) => ReportsAsync($"VideoRequirements.Marengo.Check(new MediaFacts {{ {facts} }});");

    [Theory]
    [InlineData("MediaProfile.Narrowest([VideoRequirements.Marengo, VideoRequirements.Pegasus]).Check(new() { DurationSeconds = {|LRO2004:10|} });")]
    [InlineData("MediaProfile.Narrowest(new[] { VideoRequirements.Marengo, VideoRequirements.Pegasus }).Check(new() { DurationSeconds = {|LRO2004:10|} });")]
    [InlineData("MediaProfile[] both = [VideoRequirements.Marengo, VideoRequirements.Pegasus]; MediaProfile.Narrowest(both).Check(new() { DurationSeconds = {|LRO2004:10|} });")]
    [InlineData("var both = new[] { VideoRequirements.Marengo, VideoRequirements.Pegasus }; MediaProfile.Narrowest(both).Check(new() { DurationSeconds = {|LRO2004:10|} });")]
    [InlineData("MediaProfile[] more = [VideoRequirements.Pegasus]; MediaProfile.Narrowest([VideoRequirements.Marengo, .. more]).Check(new() { Height = 1 });")]
    [InlineData("VideoRequirements.All(VideoRequirements.All(VideoRequirements.Marengo), VideoRequirements.Pegasus).Check(new() { DurationSeconds = {|LRO2004:10|} });")]
    [InlineData("((MediaProfile)VideoRequirements.Marengo).Check(new() { Height = [|1|] });")]
    [InlineData("Own.Kept.Check(new() { Height = [|1|] });")]
    [InlineData("Own.Given.Check(new() { Height = 1 });")]
    [InlineData("Own.Widest(VideoRequirements.Marengo).Check(new() { Height = 1 });")]
    [InlineData("VideoRequirements.All().Check(new() { Height = 1 });")]
    [InlineData("Own.Make().Check(new() { Height = 1 });")]
    [InlineData("VideoRequirements.Marengo.Refuses(new() { Height = 1 });")]
    [InlineData("new Other.MediaProfile().Check(new() { Height = 1 });")]
    public Task Profiles(string statements) => FileAsync(
        "static class Own { public static readonly MediaProfile Kept = VideoRequirements.Marengo; public static MediaProfile Given = VideoRequirements.Marengo; public static MediaProfile Widest(MediaProfile profile) => profile; public static MediaProfile Make() => VideoRequirements.Marengo; public static void Refuses(this MediaProfile profile, MediaFacts facts) { } }\nstatic class Other { public sealed class MediaProfile { public void Check(MediaFacts facts) { } } }\n"
        + InMethod(statements));

    [Fact]
    public Task Facts_of_a_program() => ProgramAsync("""
        var facts = new MediaFacts();
        facts.Height = [|1|];
        VideoRequirements.Marengo.Check(facts);
        """);

    [Fact]
    public Task A_test_of_the_refusal() => FileAsync("""
        static class Assert { public static void Throws<T>(Action code) { } }
        class Program { void Run() => Assert.Throws<ConstraintViolationException>(() => VideoRequirements.Marengo.ThrowIfViolated(new MediaFacts { Height = 1, DurationSeconds = 1 })); }
        """);
}
