// A line that ends in a rule's id is a mistake that the rule reports there.
using TwelveLabs;

ITwelveLabsClient client = new TwelveLabsClient("tlk_0A1B2C3D4E5F6G7H8J9K"); // LRO4001
Uri[] videos =
[
    new("https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    new("https://youtu.be/dQw4w9WgXcQ"),
];

foreach (Uri video in videos)
{
    IndexTask task = await client.UploadFromExternalProviderAndWaitAsync(new() { IndexId = "talks", Url = video });
    Console.WriteLine($"{video} is video {task.VideoId}.");
}

await client.UploadFromExternalProviderAndWaitAsync(new()
{
    IndexId = "", // LRO2006
    Url = new Uri("youtu.be/dQw4w9WgXcQ"), // LRO2001, mended
});

var request = new CreateExternalProviderTaskRequest
{
    IndexId = "talks",
    // The comment stays where it is.
    Url = new Uri("https://yuotube.com/watch?v=dQw4w9WgXcQ"), // LRO2002, mended
};
await client.UploadFromExternalProviderAndWaitAsync(request);
request.Url = new("https://vimeo.com/123456"); // LRO2002
await client.UploadFromExternalProviderAndWaitAsync(request);
request.Url = new("https://www.youtube.com/playlist?list=PL1"); // LRO2003, a suggestion
await client.UploadFromExternalProviderAndWaitAsync(request);

IndexTaskPage page = await client.ListTasksAsync(page: 1, pageLimit: 51); // LRO2005, mended
Console.WriteLine($"{page.PageInfo?.TotalResults} tasks");
