using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A whole answer before it is sent, so that a fault can spoil it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Parts">The body, in parts: a page is made of records that are never copied.</param>
internal sealed record Answer(
    int Status,
    string ContentType,
    IReadOnlyList<ReadOnlyMemory<byte>> Parts
)
{
    public const string Json = "application/json";

    public static Answer Ok(ReadOnlyMemory<byte> json) =>
        new(StatusCodes.Status200OK, Json, [json]);

    public static Answer Write(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return new Answer(status, Json, [buffer.WrittenMemory]);
    }

    public static Answer Of(JsonNode json, int status = StatusCodes.Status200OK) =>
        new(status, Json, [Encoding.UTF8.GetBytes(json.ToJsonString())]);

    public static Answer NotFound(string what) =>
        Error(StatusCodes.Status404NotFound, new ErrorDetail("path", what, $"{what} not found"));

    public static Answer BadQuery(string parameter, string message) =>
        Error(StatusCodes.Status400BadRequest, new ErrorDetail("query", parameter, message));

    public static Answer BadBody(string member, string message) =>
        Error(StatusCodes.Status400BadRequest, new ErrorDetail("body", member, message));

    /// <summary>The error envelope (contract 8.4).</summary>
    public static Answer Error(int status, params ErrorDetail[] details) =>
        Write(
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("code", status);
                json.WriteString("message", ReasonPhrases.GetReasonPhrase(status));
                if (details.Length > 0)
                {
                    json.WriteStartArray("errorDetails");
                    foreach (var detail in details)
                    {
                        json.WriteStartObject();
                        json.WriteString("locationType", detail.LocationType);
                        json.WriteString("location", detail.Location);
                        json.WriteString("message", detail.Message);
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            },
            status
        );

    public Task SendAsync(HttpContext http) => SendAsync(http, 1);

    /// <summary>Sends the first part of the body, having promised all of it.</summary>
    public async Task SendAsync(HttpContext http, double share)
    {
        http.Response.StatusCode = Status;
        // These may carry no body, whatever a fault orders.
        if (Status is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        var length = Parts.Sum(part => (long)part.Length);
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = length;
        var left = (long)(length * share);
        foreach (var part in Parts)
        {
            var sent = (int)Math.Min(left, part.Length);
            http.Response.BodyWriter.Write(part.Span[..sent]);
            left -= sent;
        }
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
