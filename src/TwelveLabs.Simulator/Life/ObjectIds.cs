using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TwelveLabs.Simulator.Life;

/// <summary>Makes ids of 24 hex digits as the platform's database does: four octets of time, five of the process, three of a counter.</summary>
internal sealed class ObjectIds
{
    private readonly byte[] _process = RandomNumberGenerator.GetBytes(5);
    private int _counter = RandomNumberGenerator.GetInt32(1 << 22);

    public static bool IsWellFormed(string id) => id.Length == 24 && id.All(char.IsAsciiHexDigit);

    public string Next(DateTimeOffset time)
    {
        Span<byte> octets = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)time.ToUnixTimeSeconds());
        _process.CopyTo(octets[4..]);
        uint counter = (uint)Interlocked.Increment(ref _counter);
        octets[9] = (byte)(counter >> 16);
        octets[10] = (byte)(counter >> 8);
        octets[11] = (byte)counter;
        return Convert.ToHexStringLower(octets);
    }
}
