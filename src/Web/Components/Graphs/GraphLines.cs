using HealtheIntent.Client;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>
/// Where a line may run from a result to the next. Nobody knows what lay within an unusual pause or beside a vague
/// date, and results by two methods are no course.
/// </summary>
internal static class GraphLines
{
    /// <summary>A line is not drawn over a pause this many times as long as is usual for the test.</summary>
    private const int UnusualPause = 6;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromDays(180);

    /// <summary>The unbroken runs of more than one result.</summary>
    public static IReadOnlyList<IReadOnlyList<DrawnResult>> Between(
        IReadOnlyList<DrawnResult> results
    )
    {
        var pauses = results.Zip(results.Skip(1), Pause).Order().ToList();
        var usual = pauses.Count == 0 ? TimeSpan.Zero : pauses[pauses.Count / 2];
        var most = usual * UnusualPause > ShortestPause ? usual * UnusualPause : ShortestPause;
        var runs = new List<IReadOnlyList<DrawnResult>>();
        var run = new List<DrawnResult>();
        foreach (var result in results)
        {
            if (
                run is [.., var last]
                && (
                    result.IsSpan
                    || last.IsSpan
                    || Pause(last, result) > most
                    || IsOtherMethod(last, result)
                )
            )
            {
                runs.Add(run);
                run = [];
            }
            run.Add(result);
        }
        runs.Add(run);
        return [.. runs.Where(one => one.Count > 1)];
    }

    private static TimeSpan Pause(DrawnResult one, DrawnResult next) =>
        GraphTime.Start(next.Point.When!) - GraphTime.Start(one.Point.When!);

    /// <summary>A source that gives the test another code of its own measures it in another way.</summary>
    private static bool IsOtherMethod(DrawnResult one, DrawnResult next) =>
        one.Point.Record.SourceIdentifier?.DataPartitionId
            == next.Point.Record.SourceIdentifier?.DataPartitionId
        && OwnCode(one) is { } before
        && OwnCode(next) is { } after
        && before != after;

    private static (string?, string?)? OwnCode(DrawnResult result) =>
        result.Point.Record.Code is { SourceCodings: [var coding, ..] }
            ? (coding.System, coding.Code)
            : null;
}
