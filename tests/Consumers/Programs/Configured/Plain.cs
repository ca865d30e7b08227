using TwelveLabs;

namespace Configured;

internal static class Plain
{
    internal static CreateExternalProviderTaskRequest Request => new() { IndexId = "talks", Url = new Uri("https://vimeo.com/123456") };
}
