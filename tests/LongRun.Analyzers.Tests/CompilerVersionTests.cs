using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests;

/// <summary>The rules are tested on the oldest compiler that loads them and on the newest: a restore that quietly chose another would test neither.</summary>
public sealed class CompilerVersionTests
{
    [Fact]
    public void The_compiler_is_the_one_that_this_project_is_for()
    {
        Version version = typeof(Compilation).Assembly.GetName().Version!;
#if NEWEST_ROSLYN
        Assert.Equal(new Version(5, 12), new Version(version.Major, version.Minor));
#else
        Assert.Equal(new Version(4, 8), new Version(version.Major, version.Minor));
#endif
    }
}
