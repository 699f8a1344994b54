using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>The page that a cleaned document is shown as: it stands alone, and its one style sheet is within it.</summary>
internal static class DocumentPage
{
    private const string Style =
        ":root{color-scheme:light dark}"
        + "body{margin:12px 16px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;unicode-bidi:plaintext}"
        + "h1{font-size:18px}h2{font-size:16px}h3,h4,h5,h6{font-size:14px}"
        + "table{border-collapse:collapse;margin:8px 0}"
        + "th,td{border:1px solid GrayText;padding:3px 8px;text-align:start;vertical-align:top}"
        + "pre{white-space:pre-wrap}img{max-width:100%;height:auto}";

    /// <summary>What a policy calls the style sheet by.</summary>
    public static readonly string StyleHash =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    /// <summary>Writes the page.</summary>
    /// <param name="body">HTML that has been cleaned.</param>
    public static byte[] Of(string body) =>
        Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Document</title><style>{Style}</style></head><body>{body}</body></html>"
        );
}
