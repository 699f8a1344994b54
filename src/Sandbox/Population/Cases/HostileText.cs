namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>Text that tries to be more than text.</summary>
internal static class HostileText
{
    private const string Always =
        "<script>alert(document.domain)</script>\u202Egnp.stnemucod\u202C";

    private static readonly IReadOnlyList<string> Others =
    [
        "\"><img src=x onerror=alert(1)>",
        "</textarea><style>*{display:none}</style>",
        "javascript:alert(1)//",
        "{{7*7}} ${7*7} @(7*7)",
        "\u2066left\u2069 \u200Bzero\u200Bwidth\uFEFF",
        "line\r\nSet-Cookie: stolen=1",
        "\u0000null \u0007bell \u001B[31mred\u001B[0m",
        "'; DROP TABLE patients; --",
        "%00%0d%0a..%2f..%2fetc%2fpasswd",
        "Z\u0351\u036B\u0343a\u0363\u0363l\u0365g\u0348o\u0351",
        "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F1E9\U0001F1EA",
    ];

    /// <summary>Adds something hostile; the same text always gets the same.</summary>
    public static string Spoil(string text) =>
        $"{text} {Always} {Others[text.Aggregate(text.Length, (sum, character) => sum + character) % Others.Count]}";
}
