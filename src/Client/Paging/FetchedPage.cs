namespace HealtheIntent.Client.Paging;

/// <summary>A page, the address of the one after it, and the call that brought it.</summary>
internal readonly record struct FetchedPage<T>(Page<T> Page, Uri? Next, FailedCall Call)
{
    /// <summary>
    /// What tells the items from others, where the platform does not say itself where a list goes on: two pages with the same
    /// ones are one page twice. Null where its links say it.
    /// </summary>
    public IReadOnlyList<string?>? ItemKeys { get; init; }
}
