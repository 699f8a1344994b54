using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>When something was the case, as far as the records say so.</summary>
public sealed record Period
{
    private const int MostOthers = 3;

    /// <summary>The first moment it may mean.</summary>
    public required DateTime From { get; init; }

    /// <summary>The last moment it may mean.</summary>
    public required DateTime To { get; init; }

    /// <summary>The times at which it certainly was, in order and apart; none of a date that is vague.</summary>
    public required IReadOnlyList<(DateTime From, DateTime To)> Sure { get; init; }

    /// <summary>Whether it may have begun earlier.</summary>
    public bool IsBeginningOpen { get; init; }

    /// <summary>Whether it goes on, or ended nobody knows when.</summary>
    public bool IsEndOpen { get; init; }

    /// <summary>The dates as recorded.</summary>
    public required string Words { get; init; }

    /// <summary>Something that happened on a date; null without one.</summary>
    public static Period? At(PartialDate? date) =>
        DateSpan.Of(date) is { } span
            ? new()
            {
                From = span.From,
                To = span.To,
                Sure = span.IsVague ? [] : [(span.From, span.To)],
                Words = ClinicalDate.DayAndTime(date),
            }
            : null;

    /// <summary>Something that lasted from a date to another; null without either.</summary>
    /// <param name="start">When it began.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="unended">What is known of the end where no date is.</param>
    /// <param name="today">The day at the facility.</param>
    public static Period? Between(
        PartialDate? start,
        PartialDate? end,
        Unended unended,
        DateOnly today
    ) =>
        (DateSpan.Of(start), DateSpan.Of(end)) switch
        {
            (null, null) => null,
            ({ } from, { } to) => Ended(from, to, start!, end!),
            (null, { }) => At(end)! with
            {
                IsBeginningOpen = true,
                Words = Say($"until {ClinicalDate.Day(end)}, beginning not recorded"),
            },
            ({ } from, null) => Unclosed(from, start!, unended, today),
        };

    /// <summary>
    /// Several records of one thing: all the time that any of them may mean, and what is certain by any. The words are
    /// the first's, with those of the others that differ.
    /// </summary>
    public static Period Together(IReadOnlyList<Period> periods)
    {
        if (periods is [var only])
            return only;
        var (from, to) = (periods.Min(one => one.From), periods.Max(one => one.To));
        string[] others =
        [
            .. periods
                .Select(one => one.Words)
                .Where(words => words != periods[0].Words)
                .Distinct(),
        ];
        var rest =
            others.Length > MostOthers
                ? "; " + Counted(others.Length - MostOthers, "and {0} more", "and {0} more")
                : "";
        return new()
        {
            From = from,
            To = to,
            Sure = Joined(periods.SelectMany(one => one.Sure)),
            IsBeginningOpen = periods.Any(one => one.IsBeginningOpen && one.From == from),
            IsEndOpen = periods.Any(one => one.IsEndOpen && one.To == to),
            Words =
                string.Join(
                    "; ",
                    [
                        periods[0].Words,
                        .. others.Take(MostOthers).Select(words => Say($"also {words}")),
                    ]
                ) + rest,
        };
    }

    private static Period Ended(DateSpan from, DateSpan to, PartialDate start, PartialDate end)
    {
        var (first, last) = (ClinicalDate.Day(start), ClinicalDate.Day(end));
        if (to.To < from.From)
            return new()
            {
                From = to.From,
                To = from.To,
                Sure = [],
                Words = Say($"{first} to {last}, an end before the beginning, as recorded"),
            };
        return new()
        {
            From = from.From,
            To = Later(from.To, to.To),
            Sure = Certain(from.IsVague ? from.To : from.From, to.IsVague ? to.From : to.To),
            Words = first == last ? ClinicalDate.DayAndTime(start) : Say($"{first} to {last}"),
        };
    }

    private static Period Unclosed(
        DateSpan from,
        PartialDate start,
        Unended unended,
        DateOnly today
    )
    {
        var begun = At(start)! with { IsEndOpen = true };
        var first = ClinicalDate.Day(start);
        var now = today.ToDateTime(TimeOnly.MaxValue);
        return unended switch
        {
            Unended.Continues when from.From > now => begun with { Words = Say($"from {first}") },
            Unended.Continues => begun with
            {
                To = Later(from.To, now),
                Sure = Certain(from.IsVague ? from.To : from.From, now),
                Words = Say($"since {first}, no end recorded"),
            },
            Unended.IsOver => begun with
            {
                // It ended at some time since, and not later than now.
                To = Later(from.To, now),
                Words = Say($"from {first}, over, end not recorded"),
            },
            _ => begun with
            {
                Words = Say($"from {ClinicalDate.DayAndTime(start)}, end not recorded"),
            },
        };
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static IReadOnlyList<(DateTime From, DateTime To)> Certain(
        DateTime from,
        DateTime to
    ) => from <= to ? [(from, to)] : [];

    private static List<(DateTime From, DateTime To)> Joined(
        IEnumerable<(DateTime From, DateTime To)> spans
    )
    {
        var joined = new List<(DateTime From, DateTime To)>();
        foreach (var span in spans.OrderBy(one => one.From))
            if (joined is [.., var last] && span.From <= last.To)
                joined[^1] = (last.From, Later(last.To, span.To));
            else
                joined.Add(span);
        return joined;
    }
}
