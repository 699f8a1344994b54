using System.Text;

namespace HeiChartViewer.Tests.Unit.Client.Json;

/// <summary>Breaks a body as a broken platform might: cut off, a byte wrong, a piece missing or put in, a value of another kind.</summary>
internal static class Mutation
{
    private static readonly string[] Shards =
    [
        "null",
        "[]",
        "{}",
        "[[[",
        "\"\"",
        "-1e999",
        "\\ud800",
        "\"\\ud800\"",
        "\"id\":",
        ",",
        ":",
        "\u0000",
        "true",
        "99999999999999999999",
    ];

    /// <summary>A broken copy of a body.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        byte[] body = [.. original];
        var at = random.Next(body.Length);
        switch (random.Next(5))
        {
            case 0:
                return body[..at];
            case 1:
                body[at] = (byte)random.Next(256);
                return body;
            case 2:
                return [.. body[..at], .. body[random.Next(at, body.Length)..]];
            case 3:
                return
                [
                    .. body[..at],
                    .. Encoding.UTF8.GetBytes(Shards[random.Next(Shards.Length)]),
                    .. body[at..],
                ];
            default:
                // A whole value becomes another: this one is well-formed more often than not.
                var text = Encoding.UTF8.GetString(body);
                var start = text.IndexOf("\":", at, StringComparison.Ordinal);
                var end = start < 0 ? -1 : text.IndexOf(',', start);
                return end < 0
                    ? body
                    : Encoding.UTF8.GetBytes(
                        text[..(start + 2)] + Shards[random.Next(Shards.Length)] + text[end..]
                    );
        }
    }
}
