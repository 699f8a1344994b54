namespace HealtheIntent.Client.Paging;

/// <summary>A page, the address of the one after it, and the call that brought it.</summary>
internal readonly record struct FetchedPage<T>(Page<T> Page, Uri? Next, FailedCall Call);
