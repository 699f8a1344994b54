using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>How every operation of the control is reached, read and answered.</summary>
internal static class ControlWire
{
    public static void MapLocal(
        IEndpointRouteBuilder app,
        string method,
        string template,
        RequestDelegate handle
    ) =>
        app.MapMethods(
            template,
            [method],
            (RequestDelegate)(
                http =>
                    LocalCaller.Is(http)
                        ? handle(http)
                        : Done(http, () => { }, StatusCodes.Status403Forbidden)
            )
        );

    public static Task Done(
        HttpContext http,
        Action act,
        int status = StatusCodes.Status204NoContent
    )
    {
        act();
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    // A page of another site cannot send this content type without asking first, and it is told no.
    public static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> json)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, "Content-Type must be application/json");
            return null;
        }
        try
        {
            var order = await JsonSerializer.DeserializeAsync(
                http.Request.Body,
                json,
                http.RequestAborted
            );
            if (order is null)
                await RefuseAsync(http, "the body is null");
            return order;
        }
        catch (JsonException e)
        {
            await RefuseAsync(http, $"the body is not such an order: {e.Message}");
            return null;
        }
    }

    public static Task RefuseAsync(HttpContext http, string error) =>
        WriteAsync(
            http,
            new ControlProblem(error),
            ControlJson.Default.ControlProblem,
            StatusCodes.Status400BadRequest
        );

    public static Task WriteAsync<T>(
        HttpContext http,
        T value,
        JsonTypeInfo<T> json,
        int status = StatusCodes.Status200OK
    )
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(value, json);
    }
}
