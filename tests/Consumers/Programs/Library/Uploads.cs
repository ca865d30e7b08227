using TwelveLabs;

namespace Library;

public static class Uploads
{
    public static ITwelveLabsClient Connect(string key) => new TwelveLabsClient(key);
}
