using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>A video that came as a file or as the address of one.</summary>
internal sealed record MediaInput(string Name, long Size, string? Url)
{
    // A made-up size for what lies behind an address: nobody fetches it.
    private const long SizeBehindUrl = 50_000_000;

    public SimulatedVideo Video => UploadedVideo.Of(Name, Size);

    public bool IsBroken => UploadedVideo.IsBroken(Name, Size);

    /// <summary>Reads <c>video_url</c>, which wins, or <c>video_file</c>.</summary>
    /// <exception cref="Refusal">Neither is there, or the address is no direct one.</exception>
    public static MediaInput Read(FormReader form)
    {
        string? url = form.Text("video_url");
        CountedFile? file = form.File("video_file");
        if (url is not null)
        {
            Uri address = DirectUrl(url, "video_url");
            return new(NameOf(address), SizeBehindUrl, url);
        }

        return file is { } uploaded ? new(uploaded.Name, uploaded.Size, null) : throw Refusal.NotProvided("video_file");
    }

    /// <summary>The address of a raw file: absolute, http or https, and no page of a hosting service.</summary>
    /// <exception cref="Refusal"><c>parameter_invalid</c>.</exception>
    public static Uri DirectUrl(string url, string parameter)
    {
        bool usable = Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && !YouTubeUrl.IsYouTubeHost(address);
        return usable ? address! : throw Refusal.Invalid(parameter, "It must be the direct address of a file.");
    }

    private static string NameOf(Uri address)
    {
        string last = Uri.UnescapeDataString(address.Segments[^1]).Trim('/');
        return last.Length > 0 ? last : address.Host;
    }
}
