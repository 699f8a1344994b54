using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>
/// A date as it was recorded: a year, a month, a day or an instant, in one and the same kind of field (contract 6.2).
/// It is never shifted to another time zone and never padded to a precision nobody recorded.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
public sealed partial record PartialDate : IComparable<PartialDate>
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
        var match = Shape().Match(text);
        if (!match.Success || Number(match, "year") is not (>= 1 and var year))
            return unknown;
        if (Number(match, "month") is not { } month)
            return unknown with { Precision = DatePrecision.Year, Year = year };
        if (month is < 1 or > 12)
            return unknown;
        if (Number(match, "day") is not { } day)
            return unknown with { Precision = DatePrecision.Month, Year = year, Month = month };
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return unknown;

        var date = unknown with
        {
            Precision = DatePrecision.Day,
            Year = year,
            Month = month,
            Day = day,
        };
        if (!match.Groups["hour"].Success)
            return date;
        if (ReadTime(match) is not { } time || !TryReadOffset(match, out var offset))
            return unknown;
        var instant = date with { Precision = DatePrecision.Instant, Time = time, Offset = offset };
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

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found
            ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private static TimeOnly? ReadTime(Match match)
    {
        var (hour, minute, second) = (
            Number(match, "hour"),
            Number(match, "minute"),
            Number(match, "second") ?? 0
        );
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        // A fraction finer than the clock's own tick is cut for comparing; the text keeps it.
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        var ticks = long.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        return new TimeOnly(hour!.Value, minute!.Value, second).Add(TimeSpan.FromTicks(ticks));
    }

    private static bool TryReadOffset(Match match, out TimeSpan? offset)
    {
        offset = null;
        var zone = match.Groups["zone"];
        if (!zone.Success)
            return true;
        if (zone.Value is "Z" or "z")
        {
            offset = TimeSpan.Zero;
            return true;
        }
        var (hours, minutes) = (Number(match, "zoneHour")!.Value, Number(match, "zoneMinute") ?? 0);
        // DateTimeOffset knows fourteen hours on either side, as do the world's clocks.
        if (minutes > 59 || hours * 60 + minutes > 14 * 60)
            return false;
        var size = new TimeSpan(hours, minutes, 0);
        offset = zone.Value[0] == '-' ? -size : size;
        return true;
    }

    private bool IsRepresentable() =>
        WallClock is not { } wallClock
        || Offset is not { } offset
        || (
            wallClock.Ticks - offset.Ticks >= DateTime.MinValue.Ticks
            && wallClock.Ticks - offset.Ticks <= DateTime.MaxValue.Ticks
        );

    [GeneratedRegex(
        """
            ^\s*(?<year>[0-9]{4})
            (-(?<month>[0-9]{2})
            (-(?<day>[0-9]{2})
            ([Tt\ ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?)?
            (?<zone>[Zz]|[+-](?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-9]{2})?)?
            )?)?)?\s*$
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();
}
