using System.Net;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>An answer of the platform.</summary>
internal static class Answer
{
    public const string CorrelationId = "5b1c7a52-0000-4000-8000-00000000c0de";

    public static HttpResponseMessage Ok(string body) => With(HttpStatusCode.OK, body);

    public static HttpResponseMessage With(
        HttpStatusCode status,
        string body = "{}",
        string? retryAfter = null
    )
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("cerner-correlation-id", CorrelationId);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
