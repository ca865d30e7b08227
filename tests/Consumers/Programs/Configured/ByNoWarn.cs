using TwelveLabs;

namespace Configured;

internal static class ByNoWarn
{
    internal static CreateExternalProviderTaskRequest Request => new() { IndexId = "", Url = new Uri("https://youtu.be/dQw4w9WgXcQ") };
}
