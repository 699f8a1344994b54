using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Paging;

/// <summary>How the pages of one list are had: by cursor, by offset, or as a legacy API gives them (contract 8.1 to 8.3).</summary>
internal abstract class PageSource<T>(Uri first)
{
    public Uri First { get; } = first;

    /// <summary>The JSON path of what says that a list goes on.</summary>
    public abstract string NextPath { get; }

    /// <summary>Gets the page at an address of the list.</summary>
    /// <exception cref="HealtheIntentException">The page could not be had.</exception>
    public abstract Task<FetchedPage<T>> FetchAsync(
        ApiCaller caller,
        Uri address,
        CancellationToken cancellationToken
    );
}
