using System.Text;

namespace LongRun.SpecCompiler.Tests;

/// <summary>Breaks a document as a disk, a merge or a cat on the keyboard does.</summary>
internal static class TextMutation
{
    private static readonly string[] Fragments =
        ["\t", "&a ", "*a", "- ", ": ", "{", "}", "[", "]", "'", "\"", "#", "---\n", "...\n", "!!binary ", "%YAML 9\n", "|\n", ">-\n", "? ", "\0", "\ufeff", "\ud83d\ude00", "$ref: '#/'", "null", "~"];

    public static byte[] Apply(byte[] text, Random random)
    {
        byte[] content = text;
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            content = Once(content, random);
        }

        return content;
    }

    private static byte[] Once(byte[] content, Random random)
    {
        if (content.Length == 0)
        {
            return content;
        }

        switch (random.Next(7))
        {
            case 0:
                return content[..random.Next(content.Length)];
            case 1:
                byte[] flipped = [.. content];
                for (int i = random.Next(1, 6); i > 0; i--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
            case 2:
                int at = random.Next(content.Length);
                return [.. content[..at], .. Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]), .. content[at..]];
            case 3:
                byte[] noise = new byte[random.Next(1, 40)];
                random.NextBytes(noise);
                int place = random.Next(content.Length);
                return [.. content[..place], .. noise, .. content[place..]];
            default:
                return Lines(content, random);
        }
    }

    private static byte[] Lines(byte[] content, Random random)
    {
        List<string> lines = Encoding.UTF8.GetString(content).Split('\n').ToList();
        int at = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveRange(at, Math.Min(random.Next(1, 5), lines.Count - at));
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 4)) + lines[at];
                break;
            default:
                int other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
