namespace HealtheIntent.Client.Paging;

/// <summary>The envelope of every list: cursor lists have the links, offset lists the total too (contract 8.1, 8.2).</summary>
internal sealed record ListReply<T> : OpenObject
{
    public List<T?>? Items { get; init; }
    public string? FirstLink { get; init; }
    public string? NextLink { get; init; }
    public int? TotalResults { get; init; }
}
