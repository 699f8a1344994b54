using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;
using static HeiChartViewer.Sandbox.Control.ControlWire;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Orders what happens to patients, records and time.</summary>
internal sealed class EventEndpoints(
    PatientRegistry patients,
    VisibleCharts charts,
    RecordChanges changes,
    SensitiveFilter filter,
    OffsetClock clock,
    ScenarioRun scenario
)
{
    public void Map(IEndpointRouteBuilder app)
    {
        MapLocal(app, "POST", "/sandbox/events/retire", RetireAsync);
        MapLocal(app, "POST", "/sandbox/events/merge", MergeAsync);
        MapLocal(app, "POST", "/sandbox/events/split", SplitAsync);
        MapLocal(
            app,
            "POST",
            "/sandbox/events/change",
            http =>
                FollowAsync(
                    http,
                    ControlJson.Default.ChangeOrder,
                    order => order.Refuse(patients, charts),
                    changes.Add
                )
        );
        MapLocal(
            app,
            "GET",
            "/sandbox/sensitive",
            http => WriteAsync(http, filter.State, ControlJson.Default.SensitiveOrder)
        );
        MapLocal(
            app,
            "POST",
            "/sandbox/sensitive",
            http =>
                FollowAsync(
                    http,
                    ControlJson.Default.SensitiveOrder,
                    order => order.Refuse(),
                    filter.Follow
                )
        );
        MapLocal(
            app,
            "GET",
            "/sandbox/clock",
            http =>
                WriteAsync(
                    http,
                    new ClockOrder { OffsetSeconds = (int)clock.Offset.TotalSeconds },
                    ControlJson.Default.ClockOrder
                )
        );
        MapLocal(
            app,
            "POST",
            "/sandbox/clock",
            http =>
                FollowAsync(
                    http,
                    ControlJson.Default.ClockOrder,
                    order => order.Refuse(),
                    order => clock.Offset = TimeSpan.FromSeconds(order.OffsetSeconds!.Value)
                )
        );
        MapLocal(
            app,
            "GET",
            "/sandbox/scenario",
            http => WriteAsync(http, scenario.State, ControlJson.Default.ScenarioState)
        );
        MapLocal(app, "POST", "/sandbox/scenario", StartAsync);
        MapLocal(app, "DELETE", "/sandbox/scenario", http => Done(http, scenario.Stop));
    }

    private async Task RetireAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.RetireOrder) is not { } order)
            return;
        if (order.PatientId is not { } patientId || patients.Retire(patientId) is not { } next)
            await RefuseAsync(http, "patientId is not the id of a patient");
        else
            await WriteAsync(
                http,
                new RetireResult(patientId, next),
                ControlJson.Default.RetireResult
            );
    }

    private async Task MergeAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.MergeOrder) is not { } order)
            return;
        if (
            order is not { PatientId: { } retired, IntoPatientId: { } survivor }
            || !patients.Merge(retired, survivor)
        )
            await RefuseAsync(http, "patientId and intoPatientId are not the ids of two patients");
        else
            await WriteAsync(
                http,
                new RetireResult(retired, survivor),
                ControlJson.Default.RetireResult
            );
    }

    private async Task SplitAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.SplitOrder) is not { } order)
            return;
        if (
            order is not { PatientId: { } patientId, DataPartitionId: { } partitionId }
            || patients.Split(patientId, partitionId) is not { } ids
        )
            await RefuseAsync(
                http,
                "patientId is not the id of a patient of whom dataPartitionId knows a part"
            );
        else
            await WriteAsync(
                http,
                new SplitResult(patientId, ids.Remaining, ids.SplitOff),
                ControlJson.Default.SplitResult
            );
    }

    private async Task StartAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.ScenarioOrder) is not { } order)
            return;
        if (scenario.Start(order) is { } error)
            await RefuseAsync(http, error);
        else
            await WriteAsync(http, scenario.State, ControlJson.Default.ScenarioState);
    }
}
