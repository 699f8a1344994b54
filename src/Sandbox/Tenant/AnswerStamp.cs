using System.Globalization;
using System.Security.Cryptography;
using HeiChartViewer.Sandbox.Control;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Marks every answer, whoever makes it, and lets a scenario keep up with the time.</summary>
internal sealed class AnswerStamp(ScenarioRun scenario, TimeProvider clock)
{
    public const string CorrelationHeader = "cerner-correlation-id";

    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        scenario.CatchUp();
        http.Response.Headers[CorrelationHeader] = CorrelationId();
        http.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        try
        {
            await next(http);
        }
        catch (Exception error)
            when (error is BadHttpRequestException or InvalidDataException
                && !http.Response.HasStarted
            )
        {
            // A body that breaks off or is no form: left to the server, the answer would be a 500 or lose its mark.
            await Answer
                .Error(
                    (error as BadHttpRequestException)?.StatusCode
                        ?? StatusCodes.Status400BadRequest
                )
                .SendAsync(http);
        }
    }

    private static string CorrelationId()
    {
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        return new Guid(id).ToString();
    }
}
