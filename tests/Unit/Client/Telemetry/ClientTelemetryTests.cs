using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Telemetry;

public sealed class ClientTelemetryTests
{
    private const string Sentinel = "sentinel-5c1f";

    [Fact]
    public async Task Nothing_that_names_a_patient_is_in_any_activity_metric_or_log()
    {
        var told = new ConcurrentQueue<string>();
        using var activities = Activities(activity =>
            told.Enqueue(
                $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(item => item.Tags))}"
            )
        );
        using var metrics = Metrics(told);
        using var logger = new ListLogger();
        using var logging = LoggerFactory.Create(builder =>
            builder.SetMinimumLevel(LogLevel.Trace).AddProvider(logger)
        );
        // Fails, is throttled, throws with the address in the message, answers, then says unchanged.
        var transport = new StubTransport(
            (request, number) =>
                (number % 5) switch
                {
                    1 => Answer.With(HttpStatusCode.ServiceUnavailable),
                    2 => Answer.With(HttpStatusCode.TooManyRequests),
                    3 => throw new HttpRequestException($"cannot reach {request.Address}"),
                    _ => Answer.Ok($$"""{"items":[{"id":"{{Sentinel}}"}]}"""),
                }
        );
        using (
            var client = Wire.Client(
                transport,
                configure: options => options.Credential.BearerToken = Sentinel,
                logging: logging
            )
        )
        {
            using var session = client.OpenSession();
            foreach (var view in new[] { client, session })
                await Record.ExceptionAsync(() =>
                    view.Allergies.ListAsync(Sentinel, Sentinel).AllAsync()
                );
            metrics.RecordObservableInstruments();
        }

        var lines = told.Concat(logger.Lines.Select(line => line.Line)).ToList();
        Assert.Contains(lines, line => line.Contains("allergies.list", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("resilience.polly", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Sentinel, StringComparison.Ordinal));
    }

    /// <summary>What a tag may say. Anything else in one is a decision, and is made here.</summary>
    private static readonly HashSet<string> Tags =
    [
        "healtheintent.operation",
        "healtheintent.api",
        "server.address",
        "http.response.status_code",
        "error.type",
        "event.name",
        "event.severity",
        "pipeline.name",
        "pipeline.instance",
        "strategy.name",
        "exception.type",
        "attempt.number",
        "attempt.handled",
    ];

    [Fact]
    public async Task Every_instrument_has_tags_of_the_list_alone_and_the_gauges_of_a_queue_its_host()
    {
        var measured =
            new ConcurrentQueue<(string Instrument, KeyValuePair<string, object?> Tag)>();
        var published = new ConcurrentDictionary<string, bool>();
        using var listener = Listener(
            (instrument, tags) =>
            {
                published[instrument.Name] = true;
                foreach (var tag in tags)
                    measured.Enqueue((instrument.Name, tag));
            }
        );
        var gate = new TaskCompletionSource();
        // Is throttled, fails, then answers with a validator, and says unchanged to it.
        var transport = new StubTransport(
            async (sent, number, _) =>
            {
                await gate.Task;
                if (number is 1 or 2)
                    return Answer.With(
                        number == 1
                            ? HttpStatusCode.TooManyRequests
                            : HttpStatusCode.ServiceUnavailable
                    );
                var answer = sent.Headers.ContainsKey("If-None-Match")
                    ? Answer.With(HttpStatusCode.NotModified, "")
                    : Answer.Ok("""{"items":[]}""");
                answer.Headers.TryAddWithoutValidation("ETag", "\"1\"");
                return answer;
            }
        );
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        var reads = Enumerable.Range(0, 3).Select(_ => session.Allergies().AllAsync()).ToList();
        gate.SetResult();
        await Task.WhenAll(reads);
        await session.Allergies().AllAsync();
        listener.RecordObservableInstruments();

        Assert.Superset(
            new HashSet<string>
            {
                "healtheintent.client.request.duration",
                "healtheintent.client.request.coalesced",
                "healtheintent.client.request.revalidated",
                "healtheintent.client.queue.wait",
                "healtheintent.client.queue.length",
                "healtheintent.client.learned_rate",
                "resilience.polly.strategy.events",
            },
            published.Keys.ToHashSet()
        );
        Assert.All(measured, one => Assert.Contains(one.Tag.Key, Tags));
        // Each tenant has a host of its own.
        Assert.Equal(
            [
                "healtheintent.client.learned_rate",
                "healtheintent.client.queue.length",
                "healtheintent.client.queue.wait",
                "healtheintent.client.request.coalesced",
                "healtheintent.client.request.duration",
                "healtheintent.client.request.revalidated",
            ],
            measured
                .Where(one =>
                    one.Tag is { Key: "server.address", Value: string host }
                    && host == new Uri(Wire.Host).Host
                )
                .Select(one => one.Instrument)
                .Distinct()
                .Order()
        );
        Assert.All(
            measured,
            one =>
            {
                var text = $"{one.Tag.Value}";
                Assert.DoesNotContain('/', text);
                Assert.DoesNotContain('?', text);
                Assert.DoesNotContain(Wire.Patient, text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_call_is_an_activity_and_each_attempt_is_one_inside_it()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var root = new Activity("test").Start();
        using var activities = Activities(activity =>
        {
            if (activity.TraceId == root.TraceId)
                ended.Enqueue(activity);
        });
        using var client = Wire.Client(
            new StubTransport(
                (_, number) =>
                    number == 1
                        ? Answer.With(HttpStatusCode.BadGateway)
                        : Answer.Ok("""{"items":[]}""")
            )
        );

        await client.Allergies().AllAsync();

        var all = ended.ToList();
        var call = Assert.Single(all, activity => activity.Kind is ActivityKind.Internal);
        Assert.Equal("allergies.list", call.DisplayName);
        Assert.Equal(200, call.GetTagItem("http.response.status_code"));
        Assert.Equal(Answer.CorrelationId, call.GetTagItem("healtheintent.correlation_id"));
        var attempts = all.Where(activity => activity.Kind is ActivityKind.Client).ToList();
        Assert.All(attempts, attempt => Assert.Equal(call.SpanId, attempt.ParentSpanId));
        Assert.Equal(
            [1, 2],
            attempts.Select(attempt => attempt.GetTagItem("healtheintent.attempt")).Cast<int>()
        );
        Assert.Equal("502", attempts[0].GetTagItem("error.type"));
        Assert.Equal(
            "/allergy/v1/populations/{populationId}/patients/{patientId}/allergies",
            attempts[0].GetTagItem("url.template")
        );
    }

    private static ActivityListener Activities(Action<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "HealtheIntent.Client",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Metrics(ConcurrentQueue<string> told) =>
        Listener((instrument, tags) => told.Enqueue($"{instrument.Name} {string.Join(' ', tags)}"));

    private static MeterListener Listener(
        Action<Instrument, KeyValuePair<string, object?>[]> measured
    )
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name is "HealtheIntent.Client" or "Polly")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (i, _, tags, _) => measured(i, tags.ToArray())
        );
        listener.SetMeasurementEventCallback<long>((i, _, tags, _) => measured(i, tags.ToArray()));
        listener.SetMeasurementEventCallback<int>((i, _, tags, _) => measured(i, tags.ToArray()));
        listener.Start();
        return listener;
    }
}
