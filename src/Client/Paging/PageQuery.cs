namespace HealtheIntent.Client;

/// <summary>How to ask for the pages of a list.</summary>
public abstract record PageQuery
{
    private protected PageQuery() { }

    /// <summary>How many items to ask for at a time, 1 to 100.</summary>
    /// <value>100.</value>
    public int Limit { get; init; } = HealtheIntentDefaults.PageLimit;

    /// <summary>
    /// Whether the next page is asked for while the caller works on this one. It fails only a caller who goes on to that
    /// page, and is cancelled when the caller leaves the list.
    /// </summary>
    /// <value>False.</value>
    public bool Prefetch { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">The platform would refuse the limit.</exception>
    internal int CheckedLimit =>
        Limit is >= 1 and <= HealtheIntentDefaults.MaxPageLimit
            ? Limit
            : throw new ArgumentOutOfRangeException(nameof(Limit), "The limit is 1 to 100.");
}
