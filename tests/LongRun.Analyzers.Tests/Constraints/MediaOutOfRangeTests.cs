using LongRun.Analyzers.Constraints;
using LongRun.Analyzers.Tests.Verification;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed partial class MediaOutOfRangeTests : RuleTests<MediaOutOfRange>
{
    protected override string Id => "LRO2009";

    protected override string Mistake => """VideoRequirements.Marengo.Check(new MediaFacts { Height = [|240|] });""";

    [Fact]
    public Task Too_high() => ReportsAsync("""VideoRequirements.Marengo.Check(new MediaFacts { Width = 7680, Height = [|4320|] });""");

    [Fact]
    public Task Too_large() => ReportsAsync("""VideoRequirements.Marengo.Check(new MediaFacts { SizeBytes = [|3L * 1024 * 1024 * 1024|] });""");

    [Fact]
    public Task Sizes_beyond_what_a_double_holds() => ReportsAsync("""VideoRequirements.Marengo.Check(new MediaFacts { SizeBytes = [|long.MaxValue|] }); VideoRequirements.Marengo.Check(new MediaFacts { SizeBytes = [|long.MinValue|] });""");

    [Fact]
    public Task Several_facts() => ReportsAsync("""VideoRequirements.Marengo.Check(new MediaFacts { SizeBytes = [|-1|], Height = [|1|], HasAudio = true });""");

    [Fact]
    public Task Kept_in_a_local() => ReportsAsync("""var facts = new MediaFacts { Height = [|144|] }; if (VideoRequirements.Pegasus.Check(facts).Count > 0) { return; } Console.WriteLine(facts.Height);""");

    [Fact]
    public Task Profile_in_a_local() => ReportsAsync("""var profile = VideoRequirements.Marengo; profile.Check(new() { Height = [|144|] });""");

    [Fact]
    public Task Narrowest_of_several() => ReportsAsync("""VideoRequirements.All(VideoRequirements.Marengo, VideoRequirements.Pegasus).Check(new MediaFacts { Height = [|2161|], DurationSeconds = {|LRO2004:10|} });""");

    [Fact]
    public Task Narrowest_kept_in_a_local() => ReportsAsync("""var both = MediaProfile.Narrowest(VideoRequirements.Marengo, VideoRequirements.Pegasus); both.Check(new MediaFacts { DurationSeconds = {|LRO2004:3600|} });""");

    [Fact]
    public Task Duration_is_another_rule() => ReportsAsync("""VideoRequirements.Marengo.Check(new MediaFacts { DurationSeconds = {|LRO2004:TimeSpan.FromHours(3).TotalSeconds|} });""");

    [Fact]
    public Task Constants() => ReportsAsync("""const int Height = 100; const double Seconds = 2; VideoRequirements.Marengo.Check(new MediaFacts { Height = [|Height|], DurationSeconds = {|LRO2004:Seconds|} });""");

    [Fact]
    public Task Static_readonly() => FileAsync("""class Program { static readonly TimeSpan Length = new(3, 0, 0); void Run() => VideoRequirements.Marengo.Check(new MediaFacts { DurationSeconds = {|LRO2004:Length.TotalSeconds|}, Height = [|200|] }); }""");

    [Fact]
    public Task Profile_of_the_attributes_in_the_same_compilation() => ReportsAsync("""VideoRequirements.Pegasus.Check(facts: new MediaFacts { Height = [|359|] });""");

    [Fact]
    public Task Bounds_themselves() => SilentAsync("""VideoRequirements.Marengo.Check(new MediaFacts { Height = 360, DurationSeconds = 4, SizeBytes = 2147483648 });""");

    [Fact]
    public Task Unbounded_fact() => SilentAsync("""VideoRequirements.Marengo.Check(new MediaFacts { Width = 1 });""");

    [Fact]
    public Task Run_time() => SilentAsync("""VideoRequirements.Marengo.Check(new MediaFacts { Height = number, DurationSeconds = number * 60 });""");

    [Fact]
    public Task Null() => SilentAsync("""VideoRequirements.Marengo.Check(new MediaFacts { Height = null, DurationSeconds = null });""");

    [Fact]
    public Task Empty_facts() => SilentAsync("""VideoRequirements.Marengo.Check(new MediaFacts());""");

    [Fact]
    public Task Facts_changed_afterwards() => SilentAsync("""var facts = new MediaFacts { Height = 100 }; facts.Height = number; VideoRequirements.Marengo.Check(facts);""");

    [Fact]
    public Task Facts_given_to_another_method() => SilentAsync("""var facts = new MediaFacts { Height = 100 }; Fill(facts); VideoRequirements.Marengo.Check(facts); void Fill(MediaFacts f) => f.Height = number;""");

    [Fact]
    public Task Facts_assigned_twice() => SilentAsync("""var facts = new MediaFacts { Height = 100 }; if (flag) { facts = new MediaFacts { Height = 720 }; } VideoRequirements.Marengo.Check(facts);""");

    [Fact]
    public Task Profile_of_its_own() => SilentAsync("""var profile = new MediaProfile("Mine", minHeight: number); profile.Check(new MediaFacts { Height = 1 });""");

    [Fact]
    public Task Profile_from_outside() => SilentAsync("""MediaProfile profile = flag ? VideoRequirements.Marengo : VideoRequirements.Pegasus; profile.Check(new MediaFacts { Height = 1 });""");

    [Fact]
    public Task One_unknown_among_several() => SilentAsync("""MediaProfile other = new("Mine"); VideoRequirements.All(VideoRequirements.Marengo, other).Check(new MediaFacts { Height = 1 });""");

    [Fact]
    public Task Facts_that_nobody_checks() => SilentAsync("""var facts = new MediaFacts { Height = 1, DurationSeconds = 0 };""");

    [Fact]
    public Task Method_of_that_name_elsewhere() => FileAsync("""class Other { public void Check(MediaFacts facts) { } } class Program { void Run() => new Other().Check(new MediaFacts { Height = 1 }); }""");

    [Fact]
    public Task Property_of_that_name_elsewhere() => FileAsync("""static class Mine { public static MediaProfile Other { get; } = new("Other", minHeight: 1000); } class Program { void Run() => Mine.Other.Check(new MediaFacts { Height = 1 }); }""");

    [Fact]
    public Task Conditional_access() => SilentAsync("""MediaProfile? profile = null; profile?.Check(new MediaFacts { Height = 1 });""");

    [Fact]
    public Task Message_names_profile_range_and_source() => SaysAsync(
        """const int Low = {|#1:240|}; VideoRequirements.Marengo.Check(new MediaFacts { Height = [|Low|] });""",
        "Height 240 px is less than Marengo accepts (360 px to 2160 px, API v1.2). The platform refuses it, or its job fails.");

    [Fact]
    public Task Message_of_two_profiles() => SaysAsync(
        """VideoRequirements.All(VideoRequirements.Marengo, VideoRequirements.Pegasus).Check(new() { SizeBytes = [|3L << 30|] });""",
        "Size 3 GiB is more than Marengo and Pegasus accept (at most 2 GiB, API v1.2). The platform refuses it, or its job fails.");
}
