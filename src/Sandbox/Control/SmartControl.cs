using HeiChartViewer.Sandbox.Smart;
using static HeiChartViewer.Sandbox.Control.ControlWire;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Orders how the EHR misbehaves at launches, and tells which apps are registered there.</summary>
internal sealed class SmartControl(SmartConduct conduct, SmartClients clients)
{
    private const string Path = "/sandbox/smart";

    public void Map(IEndpointRouteBuilder app)
    {
        MapLocal(app, "GET", Path, WriteStateAsync);
        MapLocal(app, "POST", Path, OrderAsync);
        MapLocal(app, "DELETE", Path, http => Done(http, conduct.Behave));
    }

    private async Task OrderAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.SmartOrder) is not { } order)
            return;
        if (order.Refuse() is { } error)
        {
            await RefuseAsync(http, error);
            return;
        }
        conduct.Follow(order);
        await WriteStateAsync(http);
    }

    private Task WriteStateAsync(HttpContext http) =>
        WriteAsync(
            http,
            new SmartState(
                conduct.Current,
                Enum.GetValues<SmartMisbehaviour>(),
                [
                    .. clients.All.Select(client => new SmartClientState(
                        client.Id,
                        client.Kind.ToString(),
                        client.Secret,
                        [.. clients.RedirectUris(client)]
                    )),
                ]
            ),
            ControlJson.Default.SmartState
        );
}
