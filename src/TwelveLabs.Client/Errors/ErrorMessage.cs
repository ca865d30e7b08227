using System.Globalization;
using System.Text;

namespace TwelveLabs;

/// <summary>Writes the sentence of a <see cref="TwelveLabsException"/>: what was called, what came back, what to do.</summary>
internal static class ErrorMessage
{
    // Enough to recognise a proxy's page, too little to fill a log.
    private const int LongestExcerpt = 200;

    public static string Compose(in LongRun.Http.ApiError error, in ErrorBody body)
    {
        var text = new StringBuilder(error.Message.TrimEnd('.'));
        if (body.Message is { } message)
        {
            text.Append(": ").Append(message.TrimEnd('.'));
        }

        if (body.Code is { } code)
        {
            text.Append(" [").Append(code).Append(']');
        }

        if (body is { Message: null, Code: null })
        {
            AppendBody(text, error);
        }

        text.Append('.');
        AppendAdvice(text, error);
        return text.ToString();
    }

    private static void AppendBody(StringBuilder text, in LongRun.Http.ApiError error)
    {
        if (error.ResponseBody is null)
        {
            text.Append(" with a body that could not be read");
        }
        else if (string.IsNullOrWhiteSpace(error.ResponseBody))
        {
            text.Append(" with an empty body");
        }
        else
        {
            text.Append(" with ").Append(error.ContentType ?? "a body of no stated type")
                .Append(" that begins '").Append(Excerpt(error.ResponseBody)).Append('\'');
        }
    }

    private static void AppendAdvice(StringBuilder text, in LongRun.Http.ApiError error)
    {
        switch (error.StatusCode)
        {
            case >= 300 and <= 399:
                text.Append(" Redirects are not followed, because the API key must not reach another host; check TwelveLabsOptions.BaseAddress.");
                break;
            case 401:
                text.Append(" The API key is wrong or has expired; the dashboard of the account shows the valid one.");
                break;
            case 429 when RateLimit.FromHeaders(error.Headers) is { Reset: { } reset } limit:
                text.Append(" The limit");
                if (limit.Limit is { } calls)
                {
                    text.Append(CultureInfo.InvariantCulture, $" of {calls} calls");
                }

                text.Append(CultureInfo.InvariantCulture, $" is used up until {reset:yyyy-MM-dd HH:mm:ss} UTC.");
                break;
            case 429 when error.Headers.RetryAfter is { } after:
                text.Append(CultureInfo.InvariantCulture, $" The server asks to wait {(after.Delta is { } delta ? $"{delta.TotalSeconds:0} s" : $"until {after.Date:yyyy-MM-dd HH:mm:ss} UTC")}.");
                break;
        }
    }

    private static string Excerpt(string body)
    {
        var excerpt = new StringBuilder(LongestExcerpt);
        bool space = false;
        foreach (char c in body)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = excerpt.Length > 0;
                continue;
            }

            if (excerpt.Length >= LongestExcerpt)
            {
                return excerpt.Append('…').ToString();
            }

            if (space)
            {
                excerpt.Append(' ');
                space = false;
            }

            excerpt.Append(c);
        }

        return excerpt.ToString();
    }
}
