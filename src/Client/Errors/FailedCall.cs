using System.Globalization;
using System.Net;
using System.Text;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>What may be said about a call that failed.</summary>
internal sealed record FailedCall(
    string Operation,
    string Api,
    HttpStatusCode? Status,
    string? CorrelationId
)
{
    /// <summary>What the answer said beside its body; null when nothing.</summary>
    public AnswerHints? Hints { get; init; }

    public static FailedCall Of(
        ApiOperation operation,
        HttpRequestMessage request,
        HttpResponseMessage response
    ) =>
        new(
            operation.Name,
            operation.Api,
            response.StatusCode,
            Transport.CorrelationId.Of(response) ?? Transport.CorrelationId.Of(request)
        )
        {
            Hints = AnswerHints.Of(request.RequestUri!, response),
        };

    public string Describe(string problem)
    {
        var text = new StringBuilder().Append(Operation).Append(": ").Append(problem);
        if (Status is { } status)
            text.Append(CultureInfo.InvariantCulture, $" Status {(int)status}.");
        if (CorrelationId is not null)
            text.Append(CultureInfo.InvariantCulture, $" Correlation ID {CorrelationId}.");
        return text.ToString();
    }
}
