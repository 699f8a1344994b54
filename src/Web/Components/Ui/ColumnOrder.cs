namespace HeiChartViewer.Web.Components.Ui;

/// <summary>The column that a table is sorted by.</summary>
/// <param name="Column">The column's heading as the source has it: the same in every language.</param>
/// <param name="IsDescending">Whether it is sorted downwards.</param>
public sealed record ColumnOrder(string Column, bool IsDescending)
{
    /// <summary>The order after a column's heading was pressed: upwards, then downwards, then as it was before.</summary>
    public static ColumnOrder? Next(ColumnOrder? order, string column) =>
        order?.Column != column ? new(column, false)
        : order.IsDescending ? null
        : order with { IsDescending = true };

    /// <summary>The order as an address says it; null where it is none of a column.</summary>
    public static string? ToAddress(ColumnOrder? order) =>
        order is null ? null : (order.IsDescending ? "-" : "") + Word(order.Column);

    /// <summary>The order that an address says, where there is such a column.</summary>
    public static ColumnOrder? FromAddress(string? said, IEnumerable<Phrase> columns)
    {
        if (said is null)
            return null;
        var column = columns
            .Select(header => header.English)
            .FirstOrDefault(header => Word(header) == said.TrimStart('-'));
        return column is null ? null : new(column, said.StartsWith('-'));
    }

    private static string Word(string header) => header.ToLowerInvariant().Replace(' ', '-');

    /// <summary>The order in words: for the caption of what is sorted so.</summary>
    public static string Words(string heading, bool isDescending) =>
        isDescending
            ? Say($"sorted by {heading}, descending")
            : Say($"sorted by {heading}, ascending");
}
