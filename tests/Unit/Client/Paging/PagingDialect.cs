using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

/// <summary>A way the platform pages lists (contract 8.1 to 8.3), as a list of the client's and as bodies of the platform's.</summary>
internal sealed record PagingDialect(
    string Name,
    Func<HealtheIntentClient, bool, IAsyncEnumerable<Page<string?>>> List,
    Func<Slice, string> Body
)
{
    public static readonly IReadOnlyList<PagingDialect> All =
    [
        new(
            "a cursor",
            (client, prefetch) =>
                Ids(
                    client.Allergies.ListAsync(
                        Wire.Population,
                        Wire.Patient,
                        new RecordQuery { Prefetch = prefetch }
                    ),
                    item => item.Id
                ),
            slice => $$"""{"items":[{{slice.Items}}]{{slice.NextLink("cursor")}}}"""
        )
        {
            ShowsRepetition = true,
        },
        new(
            "an offset in a link",
            Organizations,
            slice =>
                $$"""{"items":[{{slice.Items}}],"totalResults":{{slice.Total}}{{slice.NextLink("offset")}}}"""
        )
        {
            TellsTotal = true,
            ShowsRepetition = true,
        },
        new(
            "an offset and a total",
            Organizations,
            slice => $$"""{"items":[{{slice.Items}}],"totalResults":{{slice.Total}}}"""
        )
        {
            TellsTotal = true,
        },
        new(
            "more results",
            Programs,
            slice =>
                $$"""{"programs":[{{slice.Items}}],"more_results":{{(slice.GoesOn ? "true" : "false")}}}"""
        )
        {
            ShowsRepetition = true,
        },
        new(
            "a legacy total",
            Programs,
            slice => $$"""{"programs":[{{slice.Items}}],"total_results":{{slice.Total}}}"""
        )
        {
            TellsTotal = true,
            ShowsRepetition = true,
        },
    ];

    public bool TellsTotal { get; init; }

    /// <summary>Whether the client can tell that a page came before: by its link, or by the IDs in it.</summary>
    public bool ShowsRepetition { get; init; }

    public override string ToString() => Name;

    private static IAsyncEnumerable<Page<string?>> Organizations(
        HealtheIntentClient client,
        bool prefetch
    ) =>
        Ids(
            client.Organizations.ListAsync(new OffsetQuery { Prefetch = prefetch }),
            item => item.Id
        );

    private static IAsyncEnumerable<Page<string?>> Programs(
        HealtheIntentClient client,
        bool prefetch
    ) =>
        Ids(
            client.Registries.ListProgramsAsync(
                Wire.Population,
                new OffsetQuery { Prefetch = prefetch }
            ),
            item => item.Id
        );

    private static async IAsyncEnumerable<Page<string?>> Ids<T>(
        IAsyncEnumerable<Page<T>> pages,
        Func<T, string?> idOf
    )
    {
        await foreach (var page in pages)
            yield return new Page<string?>
            {
                Items = [.. page.Items.Select(idOf)],
                HasMore = page.HasMore,
                ReceivedAt = page.ReceivedAt,
                TotalResults = page.TotalResults,
            };
    }
}
