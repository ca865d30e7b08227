using System.Net.Http.Headers;
using System.Text;
using LongRun.Annotations;

namespace LongRun.Http;

/// <summary>What a client shows a server to be let in: a key in a header or the query, a bearer token, a name and a password.</summary>
/// <remarks>Never printed: <see cref="ToString"/> says only of which kind it is.</remarks>
public sealed class ApiCredential
{
    private readonly string _kind;
    private readonly Action<HttpRequestMessage> _apply;

    private ApiCredential(string kind, Action<HttpRequestMessage> apply)
    {
        _kind = kind;
        _apply = apply;
    }

    /// <summary>A key in a header.</summary>
    /// <param name="name">Name of the header.</param>
    /// <param name="key">The key.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or holds what a header cannot carry.</exception>
    public static ApiCredential Header(string name, [Secret] string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ThrowIfUnsendable(key, nameof(key));
        return new ApiCredential($"a key in the header {name}", request =>
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, key);
        });
    }

    /// <summary>A key in the query. Servers write queries into their logs; a header is better where there is a choice.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="key">The key.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static ApiCredential Query(string name, [Secret] string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new ApiCredential($"a key in the query parameter {name}", request =>
        {
            string address = request.RequestUri!.AbsoluteUri;
            char separator = request.RequestUri.Query.Length > 0 ? '&' : '?';
            request.RequestUri = new Uri($"{address}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(key)}");
        });
    }

    /// <summary>A bearer token.</summary>
    /// <param name="token">The token, without <c>Bearer</c>.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException"><paramref name="token"/> is empty, or holds what a header cannot carry.</exception>
    public static ApiCredential Bearer([Secret] string token)
    {
        ThrowIfUnsendable(token, nameof(token));
        return new ApiCredential("a bearer token", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>A name and a password.</summary>
    /// <param name="userName">The name; it holds no colon.</param>
    /// <param name="password">The password.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException"><paramref name="userName"/> is empty or holds a colon.</exception>
    public static ApiCredential Basic(string userName, [Secret] string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A name holds no colon: the server would take the rest for the password.", nameof(userName));
        }

        string pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
        return new ApiCredential("a name and a password", request => request.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair));
    }

    /// <summary>Of which kind it is; nothing of the secret.</summary>
    /// <returns>The kind.</returns>
    public override string ToString() => _kind;

    internal void Apply(HttpRequestMessage request) => _apply(request);

    private static void ThrowIfUnsendable(string secret, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret, name);
        if (secret.Any(static c => c is < ' ' or > '~'))
        {
            throw new ArgumentException("A header cannot carry it: it holds a line break or another character that is not printable ASCII. Was it copied with more than itself?", name);
        }
    }
}
