using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Smart;
using HeiChartViewer.Sandbox.Surroundings;
using static HeiChartViewer.Sandbox.Control.ControlWire;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Orders faults, tells what happened, and puts everything back; from this machine only.</summary>
internal sealed class ControlEndpoints(
    FaultBox faults,
    RequestLog log,
    PatientRegistry patients,
    Worklist worklist,
    SystemAccounts accounts,
    OAuthConduct oauth,
    OAuthTokens tokens,
    SmartConduct smart,
    Throttle throttle,
    RecordChanges changes,
    SensitiveFilter filter,
    OffsetClock clock,
    ScenarioRun scenario,
    PersonnelDirectory personnel
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
        MapLocal(
            app,
            "GET",
            "/sandbox/throttle",
            http =>
                throttle.Order is { } order
                    ? WriteAsync(http, order, ControlJson.Default.ThrottleOrder)
                    : Done(http, () => { })
        );
        MapLocal(
            app,
            "POST",
            "/sandbox/throttle",
            http =>
                FollowAsync(
                    http,
                    ControlJson.Default.ThrottleOrder,
                    order => order.Refuse(accounts),
                    throttle.Follow
                )
        );
        MapLocal(app, "DELETE", "/sandbox/throttle", http => Done(http, throttle.Clear));
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
        if (FaultOrder.Refuse(wanted) is { } error)
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

    private void Reset()
    {
        scenario.Stop();
        throttle.Clear();
        changes.Reset();
        filter.Reset();
        clock.Offset = TimeSpan.Zero;
        faults.Clear();
        log.Clear();
        patients.Reset();
        accounts.Reset();
        personnel.Reset();
        oauth.Follow(new OAuthOrder());
        tokens.Reset();
        smart.Behave();
    }
}
