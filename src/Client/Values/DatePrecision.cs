namespace HealtheIntent.Client;

/// <summary>How much of a date was recorded.</summary>
public enum DatePrecision
{
    /// <summary>The text is not a date this client can read; it is kept as received.</summary>
    Unknown,

    /// <summary>A year alone, such as <c>2019</c>.</summary>
    Year,

    /// <summary>A year and a month, such as <c>2019-10</c>.</summary>
    Month,

    /// <summary>A calendar day, such as <c>2019-10-02</c>.</summary>
    Day,

    /// <summary>A day and a time of day, with the offset that was recorded, if one was.</summary>
    Instant,
}
