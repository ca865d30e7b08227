using TwelveLabs;

namespace Configured;

internal static class Raised
{
    internal static CreateExternalProviderTaskRequest Request => new() { IndexId = "talks", Url = new Uri("https://vimeo.com/123456") };
}
