using AngleSharp;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>
/// Keeps a document's words, tables and emphasis, and takes away whatever acts, loads or moves. What is taken away is
/// counted, so that a reader knows of it; the words within an unknown element stay.
/// </summary>
internal static class HtmlCleaner
{
    /// <summary>Deeper than this, no writer has nested anything; what reads it would run out of stack.</summary>
    private const int Deepest = 200;

    /// <summary>More than this, and reading takes as long as the square of them: some five hundred pages of tables.</summary>
    private const int MostElements = 30_000;

    private static readonly IReadOnlyList<LeftOut> WithoutTheirWords =
    [
        new("script", n => Counted(n, "{0} active part", "{0} active parts")),
        new("style, template, link, meta, base, title, datalist", null),
        new(
            "iframe, frame, object, embed, applet, audio, video",
            n => Counted(n, "{0} embedded page", "{0} embedded pages")
        ),
        new("svg, math, canvas", n => Counted(n, "{0} drawing", "{0} drawings")),
        new(
            "input, button, select, textarea",
            n => Counted(n, "{0} form field", "{0} form fields")
        ),
    ];

    private static readonly AngleSharp.IConfiguration Styles = Configuration.Default.WithCss();

    private static readonly LeftOut Pictures = new(
        "img",
        n => Counted(n, "{0} picture from elsewhere", "{0} pictures from elsewhere")
    );

    private static readonly LeftOut Links = new("[href]", n => Counted(n, "{0} link", "{0} links"));

    private static readonly HtmlSanitizerOptions Rules = new()
    {
        AllowedTags = Words(
            """
            a abbr address article aside b big blockquote br caption center cite code col colgroup dd del div dl dt em
            figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp
            section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr
            """
        ),
        AllowedAttributes = Words(
            "abbr align alt colspan dir headers lang rowspan scope src start style title valign"
        ),
        AllowedCssProperties = Words(
            """
            font-style font-weight text-align text-decoration text-decoration-line vertical-align white-space
            """
        ),
        AllowedSchemes = Words("data"),
        UriAttributes = Words("src"),
        AllowedAtRules = new HashSet<CssRuleType>(),
    };

    /// <summary>Cleans a document, or a part of one; null where it is built as no document is.</summary>
    public static CleanedHtml? Clean(string html)
    {
        var sanitizer = new HtmlSanitizer(Rules) { KeepChildNodes = true };
        if (Parse(html) is not { Body: { } body } document)
            return null;
        var counts = new Dictionary<LeftOut, int>();
        foreach (var kind in WithoutTheirWords)
        foreach (var element in document.QuerySelectorAll(kind.Selector))
        {
            element.Remove();
            Count(kind, 1);
        }
        foreach (var picture in body.QuerySelectorAll(Pictures.Selector))
            if (!IsWithinTheDocument(picture.GetAttribute("src")))
            {
                picture.Replace(document.CreateTextNode(InWords(picture)));
                Count(Pictures, 1);
            }
        Count(Links, body.QuerySelectorAll(Links.Selector).Length);
        Count(
            WithoutTheirWords[0],
            document.All.Sum(element =>
                element.Attributes.Count(attribute =>
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                )
            )
        );
        sanitizer.SanitizeDom(document, body);
        var isBlank =
            string.IsNullOrWhiteSpace(body.TextContent)
            && body.QuerySelector(Pictures.Selector) is null;
        return new CleanedHtml(
            isBlank ? "" : body.InnerHtml,
            [.. counts.Where(one => one.Value > 0).Select(one => one.Key.InWords!(one.Value))]
        );

        void Count(LeftOut kind, int more)
        {
            if (kind.InWords is not null)
                counts[kind] = counts.GetValueOrDefault(kind) + more;
        }
    }

    /// <summary>Reads a document as a browser does; null where it has elements, or levels of them, without end.</summary>
    private static IHtmlDocument? Parse(string html)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = true,
            OnCreated = (_, _) =>
            {
                if (++elements > MostElements)
                    throw new EndlessDocumentException();
            },
        };
        try
        {
            var document = new HtmlParser(options, BrowsingContext.New(Styles)).ParseDocument(html);
            return DepthOf(document.DocumentElement) > Deepest ? null : document;
        }
        catch (EndlessDocumentException)
        {
            return null;
        }
    }

    /// <summary>Only a picture that is in the document itself is drawn, and only of a kind that cannot act.</summary>
    private static bool IsWithinTheDocument(string? source) =>
        source is not null
        && new[] { "png", "jpeg", "gif", "webp" }.Any(kind =>
            source.StartsWith($"data:image/{kind};base64,", StringComparison.OrdinalIgnoreCase)
        );

    private static string InWords(IElement picture) =>
        (picture.GetAttribute("alt") ?? picture.GetAttribute("title")) is { } words
        && !string.IsNullOrWhiteSpace(words)
            ? Say($"[picture: {words}]")
            : Say("[picture]");

    /// <summary>Walked without recursion, for it is what tells whether recursion is safe.</summary>
    private static int DepthOf(IElement root)
    {
        var deepest = 0;
        var waiting = new Stack<(IElement Element, int Depth)>([(root, 1)]);
        while (waiting.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            if (deepest > Deepest)
                return deepest;
            foreach (var child in next.Element.Children)
                waiting.Push((child, next.Depth + 1));
        }
        return deepest;
    }

    private static HashSet<string> Words(string words) =>
        new(
            words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            StringComparer.OrdinalIgnoreCase
        );

    private sealed class EndlessDocumentException : Exception;

    /// <summary>What is never shown; without words for it, it is nothing that a reader would miss.</summary>
    private sealed record LeftOut(string Selector, Func<int, string>? InWords);
}
