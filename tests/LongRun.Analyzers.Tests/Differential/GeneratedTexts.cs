namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Texts of every length around the bounds, of every kind of character.</summary>
internal static class GeneratedTexts
{
    private static readonly string[] Pieces =
    [
        "a", "b", "f", "0", "9", "g", "Z", " ", "_", "-", ".", "'", "\"", "\\", "{", "}", "é", "e\u0301", "ß", "😀", "👨\u200d👩", "\ud83d", "\ude00", "\ufffd", "\0", "\u0001", "\n", "\r", "\t", "\u0085", "\u2028", "\u200b", "\u202e", "٣", "İ", "\uffff",
    ];

    internal static string Next(Random random) => random.Next(6) switch
    {
        0 => Of(random, random.Next(0, 8), Pieces),
        1 => Of(random, random.OneOf(0, 1, 2, 4, 5, 6), "a", "😀", "\ud83d", "\ude00"),
        2 => Of(random, random.Next(36, 44), Pieces),
        3 => Of(random, random.OneOf(3, 4, 4, 4, 5), "0", "5", "a", "f", "e", "9") + random.OneOf("", "", "", "\n", "g", "٣"),
        4 => random.OneOf("a b", "a", "ab", "é!", "a!", "!a", "", "ab\n", "aé", "_-"),
        _ => Of(random, random.OneOf(0, 1, 39, 40, 41, 5000), random.OneOf(Pieces)),
    };

    internal static string Listed(Random random)
    {
        string text = random.OneOf("created_at", "updated_at", "asc", "desc");
        int at = random.Next(text.Length);
        return random.Next(8) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.Remove(at, 1),
            2 => text.Insert(at, random.OneOf(Pieces)),
            3 => random.OneOf(" " + text, text + " ", text + "\0", text + "\ud800"),
            4 => random.OneOf("", "name", "asc,desc", "DESC", "created-at", "ａｓｃ", "null"),
            5 => Next(random),
            _ => text,
        };
    }

    private static string Of(Random random, int count, params string[] pieces) => string.Concat(Enumerable.Range(0, count).Select(_ => random.OneOf(pieces)));
}
