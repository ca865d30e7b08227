using Acme.Video;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var films = new AcmeVideoClient(http);
Rendering film = await films.RenderAndWaitAsync();
Console.WriteLine($"{film.Id} {film.Status.Value} {film.Url}");

await films.StartRenderAsync(); // LRO1001
