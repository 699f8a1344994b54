using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>
/// A date as it was recorded: a year, a month, a day or an instant, in one and the same kind of field (contract 6.2).
/// It is never shifted to another time zone and never padded to a precision nobody recorded.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
public sealed record PartialDate : IComparable<PartialDate>
{
    private PartialDate(string text) => Text = text;

    /// <summary>The text exactly as received.</summary>
    public string Text { get; }

    /// <summary>How much of the date is known.</summary>
    public DatePrecision Precision { get; private init; }

    /// <summary>The year; null when the text is not a date.</summary>
    public int? Year { get; private init; }

    /// <summary>The month, 1 to 12, when recorded.</summary>
    public int? Month { get; private init; }

    /// <summary>The day of the month, when recorded.</summary>
    public int? Day { get; private init; }

    /// <summary>The time of day on the recorder's clock, when recorded.</summary>
    public TimeOnly? Time { get; private init; }

    /// <summary>The offset from UTC that was recorded with the time; null when none was.</summary>
    public TimeSpan? Offset { get; private init; }

    /// <summary>The point in time, with its recorded offset; null unless both a time and an offset were recorded.</summary>
    public DateTimeOffset? Instant =>
        Offset is { } offset && WallClock is { } wallClock
            ? new DateTimeOffset(wallClock, offset)
            : null;

    /// <summary>
    /// The earliest moment the date can mean: the start of the year, month or day, or the instant itself. Where no
    /// offset was recorded, UTC stands in, so that every date has one place in a sorted list.
    /// </summary>
    public DateTimeOffset? Earliest =>
        WallClock is { } wallClock ? new DateTimeOffset(wallClock, Offset ?? TimeSpan.Zero) : null;

    private DateTime? WallClock =>
        Year is { } year
            ? new DateTime(
                new DateOnly(year, Month ?? 1, Day ?? 1),
                Time ?? TimeOnly.MinValue,
                DateTimeKind.Unspecified
            )
            : null;

    /// <summary>Reads a date. Text that is no date is kept, with <see cref="DatePrecision.Unknown"/>.</summary>
    public static PartialDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unknown = new PartialDate(text);
        var rest = new DateText(text);
        if (!rest.TryTakeNumber(4, out var year) || year < 1)
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text) { Precision = DatePrecision.Year, Year = year };
        if (!rest.TryTakeMark("-") || !rest.TryTakeNumber(2, out var month) || month is < 1 or > 12)
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text)
            {
                Precision = DatePrecision.Month,
                Year = year,
                Month = month,
            };
        if (
            !rest.TryTakeMark("-")
            || !rest.TryTakeNumber(2, out var day)
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text)
            {
                Precision = DatePrecision.Day,
                Year = year,
                Month = month,
                Day = day,
            };
        if (
            !rest.TryTakeMark("Tt ")
            || !rest.TryTakeTime(out var time)
            || !rest.TryTakeOffset(out var offset)
            || !rest.IsAtEnd
        )
            return unknown;
        var instant = new PartialDate(text)
        {
            Precision = DatePrecision.Instant,
            Year = year,
            Month = month,
            Day = day,
            Time = time,
            Offset = offset,
        };
        return instant.IsRepresentable() ? instant : unknown;
    }

    /// <summary>
    /// Orders by <see cref="Earliest"/>, the coarser precision first among equals; text that is no date comes before
    /// every date.
    /// </summary>
    public int CompareTo(PartialDate? other)
    {
        if (other is null)
            return 1;
        var byMoment = Nullable.Compare(Earliest, other.Earliest);
        if (byMoment != 0)
            return byMoment;
        var byPrecision = Precision.CompareTo(other.Precision);
        return byPrecision != 0 ? byPrecision : string.CompareOrdinal(Text, other.Text);
    }

    /// <summary>Two dates are equal when they were recorded with the same text.</summary>
    public bool Equals(PartialDate? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text as received.</summary>
    public override string ToString() => Text;

    /// <summary>Orders two dates by <see cref="CompareTo"/>.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => Compare(left, right) < 0;

    /// <summary>Orders two dates by <see cref="CompareTo"/>.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) =>
        Compare(left, right) <= 0;

    /// <summary>Orders two dates by <see cref="CompareTo"/>.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => Compare(left, right) > 0;

    /// <summary>Orders two dates by <see cref="CompareTo"/>.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) =>
        Compare(left, right) >= 0;

    private static int Compare(PartialDate left, PartialDate right) =>
        Comparer<PartialDate>.Default.Compare(left, right);

    private bool IsRepresentable() =>
        WallClock is not { } wallClock
        || Offset is not { } offset
        || (
            wallClock.Ticks - offset.Ticks >= DateTime.MinValue.Ticks
            && wallClock.Ticks - offset.Ticks <= DateTime.MaxValue.Ticks
        );
}
