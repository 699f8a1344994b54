using System.Globalization;
using System.Text;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>An active fault, and how it spoils an answer.</summary>
internal sealed class Fault(int number, FaultOrder order)
{
    /// <summary>Standard deviations between the median of a bell and what 99 in 100 keep below.</summary>
    private const double Bell99 = 2.326;

    private static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(60);
    private static readonly byte[] BrokenJson = Encoding.UTF8.GetBytes("{\"items\":[{\"id\":\"00");
    private static readonly byte[] Html = Encoding.UTF8.GetBytes(
        "<!doctype html><html lang=\"en\"><title>Gateway</title><p>Please sign in to the network.</p></html>"
    );

    // The same orders in the same order strike alike.
    private readonly SeededRandom _random = new(number, "fault");
    private readonly Lock _gate = new();
    private int _struck;

    public string Id { get; } = number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the answer comes all the same, so that the next fault that matches has its turn.</summary>
    public bool IsWait => order.Kind is FaultKind.Delay or FaultKind.Latency;

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

    /// <summary>Counts a strike, unless it misses or all of them are spent.</summary>
    public bool TryStrike()
    {
        if (
            order.Probability is { } probability
            && Draw(random => random.Fraction()) >= probability
        )
            return false;
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
                        CultureInfo.InvariantCulture
                    );
                await Answer.Error(order.Status!.Value).SendAsync(http);
                return true;
            case FaultKind.Delay:
            case FaultKind.Latency:
                await Task.Delay(Wait(), clock, http.RequestAborted);
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

    /// <summary>Sends half of the real answer and hangs or hangs up; false when this fault leaves the answer whole.</summary>
    public async Task<bool> SpoilAsync(HttpContext http, Answer answer, TimeProvider clock)
    {
        if (order.Kind is not (FaultKind.Truncate or FaultKind.StallMidBody))
            return false;
        await answer.SendAsync(http, 0.5);
        if (order.Kind == FaultKind.StallMidBody)
            await Task.Delay(LongestStall, clock, http.RequestAborted);
        // The server sees that less came than was promised, and closes what it can no longer use.
        return true;
    }

    /// <summary>A time of its own for every answer: log-normal, as those of servers are.</summary>
    private TimeSpan Wait()
    {
        if (order.Kind == FaultKind.Delay)
            return TimeSpan.FromMilliseconds(order.DelayMs!.Value);
        var (p50, p99) = ((double)order.P50Ms!.Value, (double)order.P99Ms!.Value);
        var wait = p50 * Math.Exp(Math.Log(p99 / p50) / Bell99 * Draw(random => random.Bell()));
        return TimeSpan.FromMilliseconds(Math.Min(wait, LongestStall.TotalMilliseconds));
    }

    private double Draw(Func<SeededRandom, double> draw)
    {
        lock (_gate)
            return draw(_random);
    }
}
