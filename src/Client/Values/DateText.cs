using System.Globalization;

namespace HealtheIntent.Client;

/// <summary>Takes a date's text apart from the left. By hand: every record has a date, and a match is a dozen objects.</summary>
internal ref struct DateText(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text.Trim();

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Takes a number of exactly that many digits.</summary>
    public bool TryTakeNumber(int digits, out int number)
    {
        number = 0;
        if (
            _rest.Length < digits
            || !int.TryParse(
                _rest[..digits],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out number
            )
        )
            return false;
        _rest = _rest[digits..];
        return true;
    }

    /// <summary>Takes one of these characters.</summary>
    public bool TryTakeMark(ReadOnlySpan<char> marks)
    {
        if (_rest.IsEmpty || !marks.Contains(_rest[0]))
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Takes hours and minutes, seconds where they are there, and a fraction of them.</summary>
    public bool TryTakeTime(out TimeOnly time)
    {
        time = default;
        var (second, ticks) = (0, 0L);
        if (
            !TryTakeNumber(2, out var hour)
            || !TryTakeMark(":")
            || !TryTakeNumber(2, out var minute)
        )
            return false;
        if (TryTakeMark(":"))
        {
            if (!TryTakeNumber(2, out second))
                return false;
            if (TryTakeMark(".,") && !TryTakeFraction(out ticks))
                return false;
        }
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        time = new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks));
        return true;
    }

    /// <summary>Takes an offset from UTC; where there is none, that is no failure.</summary>
    public bool TryTakeOffset(out TimeSpan? offset)
    {
        offset = null;
        if (IsAtEnd)
            return true;
        if (TryTakeMark("Zz"))
        {
            offset = TimeSpan.Zero;
            return true;
        }
        var isBehind = _rest[0] == '-';
        var minutes = 0;
        if (!TryTakeMark("+-") || !TryTakeNumber(2, out var hours))
            return false;
        TryTakeMark(":");
        if (!IsAtEnd && !TryTakeNumber(2, out minutes))
            return false;
        // DateTimeOffset knows fourteen hours on either side, as do the world's clocks.
        if (minutes > 59 || hours * 60 + minutes > 14 * 60)
            return false;
        var size = new TimeSpan(hours, minutes, 0);
        offset = isBehind ? -size : size;
        return true;
    }

    /// <summary>A fraction finer than the clock's own tick is cut.</summary>
    private bool TryTakeFraction(out long ticks)
    {
        ticks = 0;
        var digits = 0;
        for (; digits < _rest.Length && char.IsAsciiDigit(_rest[digits]); digits++)
            if (digits < 7)
                ticks = ticks * 10 + (_rest[digits] - '0');
        for (var i = digits; i < 7; i++)
            ticks *= 10;
        _rest = _rest[digits..];
        return digits > 0;
    }
}
