using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Lets the connections of circuits in, one WebSocket each, and cuts those that show nothing. A WebSocket that brings its own
/// origin is no page of ours for that: whoever is no browser writes there what they like.
/// </summary>
public sealed class CircuitGate(
    RequestDelegate next,
    CircuitConnections connections,
    TimeProvider clock
)
{
    /// <summary>Where circuits connect.</summary>
    public const string Path = "/_blazor";

    private const string Negotiation = $"{Path}/negotiate";

    /// <summary>Answers whatever else asks for a connection with 404.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (IsConnection(context))
            return RunAsync(context);
        if (context.Request.Path != Path && context.Request.Path != Negotiation)
            return next(context);
        // Any other way of connecting would not end with its request, and nobody could cut it.
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Whether a request is a circuit's connection.</summary>
    public static bool IsConnection(HttpContext context) =>
        context.Request.Path == Path && context.WebSockets.IsWebSocketRequest;

    private async Task RunAsync(HttpContext context)
    {
        var connection = connections.Open(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            context.Abort
        );
        context.User = CircuitConnections.Named(context.User, connection);
        try
        {
            await using var limit = clock.CreateTimer(
                _ =>
                {
                    if (!connection.Shows)
                        connection.Abort();
                },
                null,
                CircuitConnections.MayShowNothing,
                Timeout.InfiniteTimeSpan
            );
            await next(context);
        }
        finally
        {
            connections.Close(connection);
        }
    }
}
