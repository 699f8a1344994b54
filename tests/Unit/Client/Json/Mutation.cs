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

    private static readonly string[] FormShards =
    [
        "",
        "%",
        "%zz",
        "%ff%fe",
        "%00",
        "&",
        "&&&=&",
        "=",
        "+",
        "\u0000",
        "\r\nX: y",
        "-1",
        "0",
        "99999999999999999999",
        "2147483647",
        "oauth_token=",
        "&oauth_token_secret=",
    ];

    /// <summary>A broken copy of a body of JSON.</summary>
    public static byte[] Of(byte[] original, Random random) =>
        Broken(original, () => Break(original, random, Shards, ("\":", ',')));

    /// <summary>A broken copy of a form.</summary>
    public static byte[] OfForm(byte[] original, Random random) =>
        Broken(original, () => Break(original, random, FormShards, ("=", '&')));

    // What chance left as it was is not broken.
    private static byte[] Broken(byte[] original, Func<byte[]> attempt)
    {
        var broken = attempt();
        while (broken.AsSpan().SequenceEqual(original))
            broken = attempt();
        return broken;
    }

    private static byte[] Break(
        byte[] original,
        Random random,
        string[] shards,
        (string Begin, char End) value
    )
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
                    .. Encoding.UTF8.GetBytes(shards[random.Next(shards.Length)]),
                    .. body[at..],
                ];
            default:
                // A whole value becomes another: this one is well-formed more often than not.
                var text = Encoding.UTF8.GetString(body);
                var start = text.IndexOf(value.Begin, at, StringComparison.Ordinal);
                var end = start < 0 ? -1 : text.IndexOf(value.End, start);
                return end < 0
                    ? body
                    : Encoding.UTF8.GetBytes(
                        text[..(start + value.Begin.Length)]
                            + shards[random.Next(shards.Length)]
                            + text[end..]
                    );
        }
    }
}
