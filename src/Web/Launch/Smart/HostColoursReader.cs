using System.Net;
using System.Text.Json;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// Reads a host's colours (<c>smart_style_url</c>). The server fetches them, never the browser, and from the FHIR
/// server's own origin alone; what cannot be had in time is done without.
/// </summary>
internal sealed class HostColoursReader(SmartBackchannel backchannel)
{
    private const int LongestStyle = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The colours that text stays readable in; null where there are none such.</summary>
    public async Task<HostColours?> ReadAsync(
        SmartIssuer issuer,
        string? styleUrl,
        CancellationToken cancellation
    )
    {
        if (!SmartAddress.TryRead(styleUrl, out var address) || !issuer.IsOwnOrigin(address))
            return null;
        try
        {
            var answer = await backchannel.SendAsync(
                issuer,
                new HttpRequestMessage(HttpMethod.Get, address),
                LongestStyle,
                Patience,
                cancellation
            );
            return answer is { Status: HttpStatusCode.OK, Body: { } style } ? Accept(style) : null;
        }
        catch (SmartLaunchException)
        {
            return null;
        }
    }

    /// <summary>Takes each colour of a style sheet that passes, and the chart's own for the others.</summary>
    public static HostColours? Accept(JsonElement style)
    {
        var palette = ChartPalette
            .Own.With(ChartPalette.Background, style.Text("color_background"))
            .With(ChartPalette.Ink, style.Text("color_text"))
            .With(ChartPalette.Accent, style.Text("color_highlight"));
        return palette == ChartPalette.Own
            ? null
            : new HostColours(
                palette[ChartPalette.Background],
                palette[ChartPalette.Ink],
                palette[ChartPalette.Accent]
            );
    }
}
