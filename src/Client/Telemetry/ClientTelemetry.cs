using System.Diagnostics;
using System.Diagnostics.Metrics;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Telemetry;

/// <summary>
/// Activities and instruments named HealtheIntent.Client. They hold operations, path templates, statuses and correlation
/// IDs, and the instruments the host that is asked, which is the tenant's. They never hold a path, a query, a token or an
/// identifier.
/// </summary>
internal static class ClientTelemetry
{
    public const string Name = "HealtheIntent.Client";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "healtheintent.client.request.duration",
        "s",
        "How long a call took with all its attempts and waits."
    );
    private static readonly Counter<long> CoalescedCount = Meter.CreateCounter<long>(
        "healtheintent.client.request.coalesced",
        "{call}",
        "Calls that shared the request of another."
    );
    private static readonly Counter<long> RevalidatedCount = Meter.CreateCounter<long>(
        "healtheintent.client.request.revalidated",
        "{call}",
        "Calls answered by what the session kept, after the platform said it is unchanged."
    );

    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "healtheintent.client.queue.wait",
        "s",
        "How long a call that had to wait for its turn waited."
    );

    public static Activity? StartCall(ApiOperation operation)
    {
        var activity = Source.StartActivity(operation.Name, ActivityKind.Internal);
        Describe(activity, operation);
        return activity;
    }

    public static Activity? StartAttempt(ApiOperation operation, int number)
    {
        var activity = Source.StartActivity(operation.Method.Method, ActivityKind.Client);
        Describe(activity, operation);
        activity?.SetTag("healtheintent.attempt", number);
        return activity;
    }

    public static void End(Activity? activity, int? status, string? error, string? correlationId)
    {
        if (activity is null)
            return;
        activity.SetTag("healtheintent.correlation_id", correlationId);
        if (status is not null)
            activity.SetTag("http.response.status_code", status);
        if (error is null)
            return;
        activity.SetTag("error.type", error);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    public static void CallEnded(
        ApiOperation operation,
        string host,
        TimeSpan elapsed,
        int? status,
        string? error
    )
    {
        var tags = Tags(operation, host);
        if (status is not null)
            tags.Add("http.response.status_code", status);
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(elapsed.TotalSeconds, tags);
    }

    public static void Coalesced(ApiOperation operation, string host) =>
        CoalescedCount.Add(1, Tags(operation, host));

    public static void Revalidated(ApiOperation operation, string host) =>
        RevalidatedCount.Add(1, Tags(operation, host));

    public static void Waited(string host, string api, TimeSpan wait) =>
        Wait.Record(
            wait.TotalSeconds,
            new TagList { { "server.address", host }, { "healtheintent.api", api } }
        );

    private static TagList Tags(ApiOperation operation, string host) =>
        new()
        {
            { "server.address", host },
            { "healtheintent.operation", operation.Name },
            { "healtheintent.api", operation.Api },
        };

    private static void Describe(Activity? activity, ApiOperation operation)
    {
        if (activity is null)
            return;
        activity.SetTag("healtheintent.operation", operation.Name);
        activity.SetTag("healtheintent.api", operation.Api);
        activity.SetTag("http.request.method", operation.Method.Method);
        activity.SetTag("url.template", operation.PathTemplate);
    }
}
