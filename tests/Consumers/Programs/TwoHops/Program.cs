using Library;
using TwelveLabs;

ITwelveLabsClient client = Uploads.Connect(args[0]);
await client.ListTasksAsync(pageLimit: 51); // LRO2005, mended
