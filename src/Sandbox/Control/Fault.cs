using System.Text;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>An active fault, and how it spoils an answer.</summary>
internal sealed class Fault(string id, FaultOrder order)
{
    private static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(60);
    private static readonly byte[] BrokenJson = Encoding.UTF8.GetBytes("{\"items\":[{\"id\":\"00");
    private static readonly byte[] Html = Encoding.UTF8.GetBytes(
        "<!doctype html><html lang=\"en\"><title>Gateway</title><p>Please sign in to the network.</p></html>"
    );

    private int _struck;

    public string Id { get; } = id;

    public FaultState State => new(Id, order, Volatile.Read(ref _struck));

    public bool Matches(TenantRoute route, string? patientId, IQueryCollection query, int? page) =>
        (order.Api is null or "*" || order.Api == route.Api)
        && (order.Resource is null or "*" || order.Resource == route.Resource)
        && (order.PatientId is null || order.PatientId == patientId)
        && (
            order.SourcePersonId is null
            || PatientIdLookup.SourcePersonIds(query).Contains(order.SourcePersonId)
        )
        && (order.Page is null || order.Page == page);

    /// <summary>Counts a strike, unless all of them are spent.</summary>
    public bool TryStrike()
    {
        if (Interlocked.Increment(ref _struck) <= (order.Times ?? int.MaxValue))
            return true;
        Interlocked.Decrement(ref _struck);
        return false;
    }

    /// <summary>Does what needs no real answer; false when the real one is still wanted.</summary>
    public async Task<bool> SendInsteadAsync(HttpContext http, TimeProvider clock)
    {
        switch (order.Kind)
        {
            case FaultKind.Status:
                if (order.RetryAfterSeconds is { } seconds)
                    http.Response.Headers.RetryAfter = seconds.ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                await Answer.Error(order.Status!.Value).SendAsync(http);
                return true;
            case FaultKind.Delay:
                await Task.Delay(
                    TimeSpan.FromMilliseconds(order.DelayMs!.Value),
                    clock,
                    http.RequestAborted
                );
                return false;
            case FaultKind.Stall:
                http.Response.ContentType = Answer.Json;
                await http.Response.Body.WriteAsync("{"u8.ToArray(), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(LongestStall, clock, http.RequestAborted);
                http.Abort();
                return true;
            case FaultKind.Malformed:
                await new Answer(StatusCodes.Status200OK, Answer.Json, [BrokenJson]).SendAsync(
                    http
                );
                return true;
            case FaultKind.WrongContentType:
                await new Answer(
                    StatusCodes.Status200OK,
                    "text/html; charset=utf-8",
                    [Html]
                ).SendAsync(http);
                return true;
            case FaultKind.Reset:
                http.Abort();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Sends half of the real answer and hangs up; false when this fault leaves the answer whole.</summary>
    public async Task<bool> SpoilAsync(HttpContext http, Answer answer)
    {
        if (order.Kind != FaultKind.Truncate)
            return false;
        await answer.SendAsync(http, 0.5);
        // The server sees that less came than was promised, and closes what it can no longer use.
        return true;
    }
}
