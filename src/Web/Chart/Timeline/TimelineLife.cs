using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>The time that the timeline spans, and what bounds it: birth, today, death.</summary>
public sealed record TimelineLife
{
    /// <summary>What is planned further ahead is beyond a life as it is first shown.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2 * 366);

    /// <summary>The birth date, all the time that it may mean.</summary>
    public required DateSpan? Born { get; init; }

    /// <summary>The date of death, likewise.</summary>
    public required DateSpan? Died { get; init; }

    /// <summary>Whether a source says that the patient has died.</summary>
    public required bool IsDeceased { get; init; }

    /// <summary>The day at the facility.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Where the whole life begins: with birth, or where that is not known with the first item.</summary>
    public required DateTime From { get; init; }

    /// <summary>Where it ends: today, or with what is planned soon after.</summary>
    public required DateTime To { get; init; }

    /// <summary>The first moment there is anything at, though it be before birth.</summary>
    public required DateTime Earliest { get; init; }

    /// <summary>The last moment there is anything at.</summary>
    public required DateTime Latest { get; init; }

    /// <summary>The life of a patient whose items are laid out.</summary>
    public static TimelineLife Of(
        PatientIdentity? identity,
        DateOnly today,
        IReadOnlyCollection<TimelineItem> items
    )
    {
        var (born, died) = (DateSpan.Of(identity?.Born), DateSpan.Of(identity?.Died));
        var now = today.ToDateTime(TimeOnly.MaxValue);
        var periods = items.Select(item => item.Period).OfType<Period>().ToList();
        var first = periods.Select(period => period.From).DefaultIfEmpty(now).Min();
        var last = periods.Select(period => period.To).DefaultIfEmpty(now).Max();
        var from = born?.From ?? (first < now ? first : now.AddYears(-1));
        var soon = periods
            .Where(period => period.To <= now + Ahead)
            .Select(period => period.To)
            .Append(now)
            .Max();
        return new()
        {
            Born = born,
            Died = died,
            IsDeceased = identity?.Deceased ?? false,
            Today = today,
            From = from,
            To = soon,
            Earliest = first < from ? first : from,
            Latest = last > soon ? last : soon,
        };
    }

    /// <summary>Whether an item is wholly before birth: a date that cannot be this patient's, shown as recorded.</summary>
    public bool IsBeforeBirth(TimelineItem item) =>
        Born is { } born
        && item.Period is { } period
        && period.From < born.From
        && period.To <= born.From;

    /// <summary>Whether an item is wholly after the day of death.</summary>
    public bool IsAfterDeath(TimelineItem item) =>
        Died is { } died && item.Period is { } period && period.From >= died.To;

    /// <summary>Whether an item is wholly after today: planned, or dated wrongly.</summary>
    public bool IsInFuture(TimelineItem item) =>
        item.Period is { } period && period.From > Today.ToDateTime(TimeOnly.MaxValue);
}
