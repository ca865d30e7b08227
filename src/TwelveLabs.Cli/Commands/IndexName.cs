namespace TwelveLabs.Cli.Commands;

/// <summary>An index on the command line: by its id, or by its name.</summary>
internal static class IndexName
{
    // Ids of the platform: 24 hexadecimal digits. A name of that form can be given only by its id.
    private const int IdLength = 24;

    /// <summary>Finds the id.</summary>
    /// <param name="client">Asked where it is a name.</param>
    /// <param name="text">What the user typed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id.</returns>
    /// <exception cref="WrongInputException">No index has the name, or several have.</exception>
    public static async Task<string> ResolveAsync(ITwelveLabsClient client, string text, CancellationToken cancellationToken)
    {
        if (text.Length == IdLength && text.All(char.IsAsciiHexDigit))
        {
            return text;
        }

        // The platform finds names by a part of them.
        VideoIndexPage page = await client.ListIndexesAsync(indexName: text, pageLimit: 50, cancellationToken: cancellationToken).ConfigureAwait(false);
        VideoIndex[] named = [.. (page.Data ?? []).Where(index => string.Equals(index.IndexName, text, StringComparison.Ordinal))];
        return named switch
        {
            [var only] => only.Id,
            [] => throw new WrongInputException($"There is no index called '{text}'. 'twelvelabs indexes list' shows those that there are."),
            _ => throw new WrongInputException($"{named.Length} indexes are called '{text}'; name one by its id: {string.Join(", ", named.Select(static index => index.Id))}."),
        };
    }
}
