using TwelveLabs;

namespace Configured;

internal static class ByGlobalConfig
{
    internal static Task<IndexTaskPage> ListAsync() => new TwelveLabsClient("tlk_0A1B2C3D4E5F6G7H8J9K").ListTasksAsync(pageLimit: 51);
}
