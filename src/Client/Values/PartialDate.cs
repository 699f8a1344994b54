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
    // A chart holds a date or two for each of its records, so what was read is kept in as few bytes as it takes.
    private readonly DateTime _wallClock;
    private readonly short _offsetMinutes;
    private readonly bool _hasOffset;

    private PartialDate(
        string text,
        DatePrecision precision = DatePrecision.Unknown,
        DateTime wallClock = default,
        TimeSpan? offset = null
    )
    {
        Text = text;
        Precision = precision;
        _wallClock = wallClock;
        _hasOffset = offset is not null;
        _offsetMinutes = (short)(offset?.TotalMinutes ?? 0);
    }

    /// <summary>The text exactly as received.</summary>
    public string Text { get; }

    /// <summary>How much of the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The year; null when the text is not a date.</summary>
    public int? Year => WallClock?.Year;

    /// <summary>The month, 1 to 12, when recorded.</summary>
    public int? Month => Precision >= DatePrecision.Month ? WallClock?.Month : null;

    /// <summary>The day of the month, when recorded.</summary>
    public int? Day => Precision >= DatePrecision.Day ? WallClock?.Day : null;

    /// <summary>The time of day on the recorder's clock, when recorded.</summary>
    public TimeOnly? Time =>
        Precision == DatePrecision.Instant && WallClock is { } wallClock
            ? TimeOnly.FromDateTime(wallClock)
            : null;

    /// <summary>The offset from UTC that was recorded with the time; null when none was.</summary>
    public TimeSpan? Offset => _hasOffset ? TimeSpan.FromMinutes(_offsetMinutes) : null;

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

    /// <summary><see cref="Earliest"/> as a number, below every moment where there is none.</summary>
    private long EarliestUtcTicks =>
        Precision == DatePrecision.Unknown
            ? long.MinValue
            : _wallClock.Ticks - _offsetMinutes * TimeSpan.TicksPerMinute;

    private DateTime? WallClock => Precision == DatePrecision.Unknown ? null : _wallClock;

    /// <summary>Reads a date. Text that is no date is kept, with <see cref="DatePrecision.Unknown"/>.</summary>
    public static PartialDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unknown = new PartialDate(text);
        var rest = new DateText(text);
        if (!rest.TryTakeNumber(4, out var year) || year < 1)
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text, DatePrecision.Year, new DateTime(year, 1, 1));
        if (!rest.TryTakeMark("-") || !rest.TryTakeNumber(2, out var month) || month is < 1 or > 12)
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text, DatePrecision.Month, new DateTime(year, month, 1));
        if (
            !rest.TryTakeMark("-")
            || !rest.TryTakeNumber(2, out var day)
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
            return unknown;
        if (rest.IsAtEnd)
            return new PartialDate(text, DatePrecision.Day, new DateTime(year, month, day));
        if (
            !rest.TryTakeMark("Tt ")
            || !rest.TryTakeTime(out var time)
            || !rest.TryTakeOffset(out var offset)
            || !rest.IsAtEnd
        )
            return unknown;
        var wallClock = new DateTime(new DateOnly(year, month, day), time);
        return IsRepresentable(wallClock, offset)
            ? new PartialDate(text, DatePrecision.Instant, wallClock, offset)
            : unknown;
    }

    /// <summary>
    /// Orders by <see cref="Earliest"/>, the coarser precision first among equals; text that is no date comes before
    /// every date.
    /// </summary>
    public int CompareTo(PartialDate? other)
    {
        if (other is null)
            return 1;
        var byMoment = EarliestUtcTicks.CompareTo(other.EarliestUtcTicks);
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

    private static bool IsRepresentable(DateTime wallClock, TimeSpan? offset) =>
        offset is not { } ahead
        || (
            wallClock.Ticks - ahead.Ticks >= DateTime.MinValue.Ticks
            && wallClock.Ticks - ahead.Ticks <= DateTime.MaxValue.Ticks
        );
}
