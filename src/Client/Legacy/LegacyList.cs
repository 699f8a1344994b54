using System.Text.Json;

namespace HealtheIntent.Client.Legacy;

/// <summary>A list of the legacy APIs (contract 8.3). Without the member that holds the items, the answer is broken.</summary>
internal sealed record LegacyList<T>(
    List<T?>? Items,
    bool? MoreResults,
    int? TotalResults,
    Dictionary<string, JsonElement>? Unknown
)
    where T : class, ILegacyItem
{
    /// <summary>Whether there is more after so many items; the total says so where nothing else does.</summary>
    public bool GoesOnAfter(long received) => MoreResults ?? TotalResults > received;

    public IReadOnlyList<T> Require(FailedCall call)
    {
        if (Items is null)
            throw new ContractViolationException(
                call,
                $"the list has no {T.ListName} member.",
                $"$.{T.ListName}"
            );
        var missing = Items.IndexOf(null);
        if (missing >= 0)
            throw new ContractViolationException(
                call,
                "an item of the list is null.",
                $"$.{T.ListName}[{missing}]"
            );
        return Items!;
    }
}
