using HeiChartViewer.Web.Chart.Timeline;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>The time axis as the browser draws it, in minutes since the beginning of the calendar.</summary>
/// <param name="From">Where the whole life begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Earliest">How far back there is anything.</param>
/// <param name="Latest">How far ahead.</param>
/// <param name="Born">The birth date, from and to; null where it is not known.</param>
/// <param name="Died">The date of death, likewise.</param>
/// <param name="Today">The day at the facility, from and to.</param>
/// <param name="At">The months that can be marked.</param>
/// <param name="Step">The place of the first step that each marks.</param>
/// <param name="Words">What each is called.</param>
public sealed record LifeDrawing(
    long From,
    long To,
    long Earliest,
    long Latest,
    IReadOnlyList<long>? Born,
    IReadOnlyList<long>? Died,
    IReadOnlyList<long> Today,
    IReadOnlyList<long> At,
    IReadOnlyList<int> Step,
    IReadOnlyList<string> Words
)
{
    /// <summary>The drawing of a life.</summary>
    public static LifeDrawing Of(TimelineLife life)
    {
        TimelineTick[] ticks = [.. TimelineTick.Of(life)];
        var today = life.Today.ToDateTime(TimeOnly.MinValue);
        return new(
            TimelineGrid.Minutes(life.From),
            TimelineGrid.Minutes(life.To),
            TimelineGrid.Minutes(life.Earliest),
            TimelineGrid.Minutes(life.Latest),
            Ends(life.Born),
            Ends(life.Died),
            [TimelineGrid.Minutes(today), TimelineGrid.Minutes(today.AddDays(1))],
            [.. ticks.Select(tick => TimelineGrid.Minutes(tick.At))],
            [.. ticks.Select(tick => tick.Step)],
            [.. ticks.Select(tick => tick.Words)]
        );
    }

    private static long[]? Ends(DateSpan? span) =>
        span is { } day ? [TimelineGrid.Minutes(day.From), TimelineGrid.Minutes(day.To)] : null;
}
