using TwelveLabs;

namespace Configured;

internal static class ByPragma
{
#pragma warning disable LRO2002 // The test server answers there.
    internal static CreateExternalProviderTaskRequest Request => new() { IndexId = "talks", Url = new Uri("https://vimeo.com/123456") };
#pragma warning restore LRO2002
}
