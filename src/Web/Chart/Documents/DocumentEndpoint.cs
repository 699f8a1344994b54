using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Sessions;
using Microsoft.Net.Http.Headers;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>Where a browser fetches what its circuit has opened. How it may be used there, SecurityHeaders says.</summary>
public static class DocumentEndpoint
{
    private static string Gone =>
        Say(
            "This document is not here any more: it can be fetched once. Open it again from the chart."
        );

    private static string NotHad =>
        Say("The document could not be had from HealtheIntent. Open it again from the chart.");

    /// <summary>Maps it.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/chart/{session}/document/{ticket}", FetchAsync);

    private static async Task FetchAsync(
        HttpContext context,
        string session,
        string ticket,
        ChartSessions sessions,
        BreakGlass glass,
        DocumentTickets tickets,
        DocumentReading reading
    )
    {
        var open = sessions.Find(session);
        // Fetched after the glass stands again is fetched too late.
        if (open is not null && glass.Withholds(open, ChartView.Documents))
            open = null;
        switch (open is null ? null : tickets.Redeem(open, ticket))
        {
            case DocumentDelivery.Show show:
                context.Response.ContentType = show.ContentType;
                context.Response.ContentLength = show.Bytes.Length;
                await context.Response.Body.WriteAsync(show.Bytes, context.RequestAborted);
                break;
            case DocumentDelivery.Save save:
                await SaveAsync(context, open!, save.Content, reading);
                break;
            default:
                await SayAsync(context, StatusCodes.Status410Gone, Gone);
                break;
        }
    }

    private static async Task SaveAsync(
        HttpContext context,
        ChartSession session,
        DocumentContent content,
        DocumentReading reading
    )
    {
        try
        {
            await using var binary = await reading.OpenAsync(
                session,
                content,
                context.RequestAborted
            );
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(SavedDocument.NameOf(binary.FileName, content.ContentType));
            context.Response.Headers.ContentDisposition = disposition.ToString();
            // Whatever it is, no browser shows it.
            context.Response.ContentType = "application/octet-stream";
            context.Response.ContentLength = binary.Length;
            await binary.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HealtheIntentException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.Clear();
            await SayAsync(context, StatusCodes.Status502BadGateway, NotHad);
        }
        catch (HealtheIntentException)
        {
            // Half a file must not look like a whole one.
            context.Abort();
        }
    }

    private static Task SayAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(words, context.RequestAborted);
    }
}
