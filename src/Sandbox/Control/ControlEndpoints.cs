using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Smart;
using static HeiChartViewer.Sandbox.Control.ControlWire;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Orders faults and events, and tells what happened; from this machine only.</summary>
internal sealed class ControlEndpoints(
    FaultBox faults,
    RequestLog log,
    PatientRegistry patients,
    Worklist worklist,
    SystemAccounts accounts,
    OAuthConduct oauth,
    OAuthTokens tokens,
    SmartConduct smart
)
{
    public void Map(IEndpointRouteBuilder app)
    {
        MapLocal(app, "POST", "/sandbox/faults", AddFaultsAsync);
        MapLocal(
            app,
            "GET",
            "/sandbox/faults",
            http => WriteAsync(http, faults.States, ControlJson.Default.IReadOnlyListFaultState)
        );
        MapLocal(app, "DELETE", "/sandbox/faults", http => Done(http, faults.Clear));
        MapLocal(app, "DELETE", "/sandbox/faults/{id}", RemoveFault);
        MapLocal(app, "POST", "/sandbox/reset", http => Done(http, Reset));
        MapLocal(
            app,
            "GET",
            "/sandbox/requests",
            http => WriteAsync(http, log.Entries, ControlJson.Default.IReadOnlyListRequestLogEntry)
        );
        MapLocal(app, "POST", "/sandbox/events/retire", RetireAsync);
        MapLocal(
            app,
            "GET",
            "/sandbox/catalogue",
            http =>
                WriteAsync(
                    http,
                    worklist.Catalogue(),
                    ControlJson.Default.IReadOnlyListCatalogueEntry
                )
        );
    }

    private async Task AddFaultsAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.FaultOrders) is not { } orders)
            return;
        if (orders.Faults is not { Count: > 0 } wanted)
        {
            await RefuseAsync(http, "faults is required");
            return;
        }
        if (
            wanted.Select(order => order.Refuse()).FirstOrDefault(error => error is not null) is
            { } error
        )
        {
            await RefuseAsync(http, error);
            return;
        }
        await WriteAsync(http, new FaultIds(faults.Add(wanted)), ControlJson.Default.FaultIds);
    }

    private Task RemoveFault(HttpContext http) =>
        Done(
            http,
            () => { },
            faults.Remove((string)http.Request.RouteValues["id"]!)
                ? StatusCodes.Status204NoContent
                : StatusCodes.Status404NotFound
        );

    private async Task RetireAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.RetireOrder) is not { } order)
            return;
        if (order.PatientId is not { } patientId || patients.Retire(patientId) is not { } next)
        {
            await RefuseAsync(http, "patientId is not the id of a patient");
            return;
        }
        await WriteAsync(http, new RetireResult(patientId, next), ControlJson.Default.RetireResult);
    }

    private void Reset()
    {
        faults.Clear();
        log.Clear();
        patients.Reset();
        accounts.Reset();
        oauth.Follow(new OAuthOrder());
        tokens.Reset();
        smart.Behave();
    }
}
