using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A whole answer before it is sent, so that a fault can spoil it.</summary>
internal sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public const string Json = "application/json";

    public static Answer Ok(ReadOnlyMemory<byte> json) => new(StatusCodes.Status200OK, Json, json);

    public static Answer Write(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return new Answer(status, Json, buffer.WrittenMemory);
    }

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

    public async Task SendAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        // These may carry no body, whatever a fault orders.
        if (Status is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Body.Length;
        await http.Response.Body.WriteAsync(Body, http.RequestAborted);
    }
}
