using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

/// <summary>
/// Everything that any trace or meter of the process tells of what a test does, as whoever listens to all of them would
/// have it. Other tests run at the same time; theirs are other traces.
/// </summary>
internal sealed class TelemetryRecord : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Activity _test;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public TelemetryRecord()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _test?.TraceId)
                    _lines.Enqueue(Line(activity));
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _test = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        _meters.InstrumentPublished = (instrument, listener) =>
            listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<byte>(Measured);
        _meters.SetMeasurementEventCallback<short>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<float>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.SetMeasurementEventCallback<decimal>(Measured);
        _meters.Start();
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _test.Dispose();
    }

    private static string Line(Activity activity) =>
        string.Join(
            ' ',
            [
                "activity",
                activity.Source.Name,
                activity.OperationName,
                activity.DisplayName,
                activity.StatusDescription,
                Text(activity.TagObjects),
                Text(
                    activity.Baggage.Select(item =>
                        KeyValuePair.Create(item.Key, (object?)item.Value)
                    )
                ),
                .. activity.Events.Select(told => $"{told.Name} {Text(told.Tags)}"),
                .. activity.Links.Select(link => Text(link.Tags ?? [])),
            ]
        );

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private void Measured<T>(
        Instrument instrument,
        T measurement,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    )
    {
        if (Activity.Current is null || Activity.Current.TraceId == _test.TraceId)
            _lines.Enqueue(
                $"meter {instrument.Meter.Name} {instrument.Name} {measurement} {Text(tags.ToArray())}"
            );
    }
}
