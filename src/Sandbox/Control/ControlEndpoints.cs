using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Orders faults and events, and tells what happened; from this machine only.</summary>
internal sealed class ControlEndpoints(
    FaultBox faults,
    RequestLog log,
    PatientRegistry patients,
    Worklist worklist
)
{
    public void Map(IEndpointRouteBuilder app)
    {
        Map(app, "POST", "/sandbox/faults", AddFaultsAsync);
        Map(
            app,
            "GET",
            "/sandbox/faults",
            http => WriteAsync(http, faults.States, ControlJson.Default.IReadOnlyListFaultState)
        );
        Map(app, "DELETE", "/sandbox/faults", http => Done(http, faults.Clear));
        Map(app, "DELETE", "/sandbox/faults/{id}", RemoveFault);
        Map(app, "POST", "/sandbox/reset", http => Done(http, Reset));
        Map(
            app,
            "GET",
            "/sandbox/requests",
            http => WriteAsync(http, log.Entries, ControlJson.Default.IReadOnlyListRequestLogEntry)
        );
        Map(app, "POST", "/sandbox/events/retire", RetireAsync);
        Map(
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

    private static void Map(
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
    }

    private static Task Done(
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
    private static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> json)
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

    private static Task RefuseAsync(HttpContext http, string error) =>
        WriteAsync(
            http,
            new ControlProblem(error),
            ControlJson.Default.ControlProblem,
            StatusCodes.Status400BadRequest
        );

    private static Task WriteAsync<T>(
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
