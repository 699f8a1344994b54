using System.Runtime.CompilerServices;

namespace HealtheIntent.Client;

/// <summary>Looks at a list another way than page by page.</summary>
public static class PageExtensions
{
    /// <summary>
    /// The items alone, in the platform's order. A list that ends in an error was not read to its end; what came before
    /// it stays valid.
    /// </summary>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public static async IAsyncEnumerable<T> ItemsAsync<T>(
        this IAsyncEnumerable<Page<T>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pages);
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        foreach (var item in page.Items)
            yield return item;
    }
}
