using System.Diagnostics.CodeAnalysis;
using TwelveLabs;

namespace Configured;

internal static class BySuppressMessage
{
    [SuppressMessage("LongRun.Constraints", "LRO2002", Justification = "The test server answers there.")]
    internal static CreateExternalProviderTaskRequest Request => new() { IndexId = "talks", Url = new Uri("https://vimeo.com/123456") };
}
