namespace HealtheIntent.Client;

/// <summary>How to ask for a list that is paged by numbers, and says how many items it has in all (contract 8.2).</summary>
public sealed record OffsetQuery : PageQuery
{
    /// <summary>How many items to leave out before the first.</summary>
    /// <value>0.</value>
    public int Offset { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">The offset is negative.</exception>
    internal int CheckedOffset =>
        Offset >= 0
            ? Offset
            : throw new ArgumentOutOfRangeException(nameof(Offset), "The offset is 0 or more.");
}
