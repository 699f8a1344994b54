using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Components.Ui;

/// <summary>A column that a table can be sorted by.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Sort">The rows by what stands in it, downwards or not; rows without a value last either way.</param>
public sealed record SortColumn<TRow>(
    Phrase Header,
    Func<IReadOnlyList<TRow>, bool, IReadOnlyList<TRow>> Sort
);

/// <summary>Makes columns to sort by, and sorts by them.</summary>
public static class SortColumn
{
    /// <summary>A column of words, numbers in them by size.</summary>
    public static SortColumn<TRow> OfWords<TRow>(Phrase header, Func<TRow, string?> words) =>
        new(
            header,
            (rows, descending) =>
                RowOrder.By(
                    rows,
                    row => words(row) is { Length: > 0 } text ? text : null,
                    RowOrder.Words,
                    descending
                )
        );

    /// <summary>A column of dates as they were recorded; what is no date counts as none.</summary>
    public static SortColumn<TRow> OfDates<TRow>(Phrase header, Func<TRow, PartialDate?> date) =>
        new(
            header,
            (rows, descending) =>
                RowOrder.By(
                    rows,
                    row => date(row) is { Earliest: not null } known ? known : null,
                    Comparer<PartialDate>.Default,
                    descending
                )
        );

    /// <summary>A column of values that have an order of their own.</summary>
    public static SortColumn<TRow> Of<TRow>(Phrase header, Func<TRow, IComparable?> value) =>
        new(
            header,
            (rows, descending) =>
                RowOrder.By(rows, value, Comparer<IComparable>.Default, descending)
        );

    /// <summary>The rows in the order that the reader wants; as they stand, where that is none of a column.</summary>
    public static IReadOnlyList<TRow> By<TRow>(
        this IReadOnlyList<SortColumn<TRow>> columns,
        ColumnOrder? order,
        IReadOnlyList<TRow> rows
    ) =>
        order is not null && columns.Find(order) is { } column
            ? column.Sort(rows, order.IsDescending)
            : rows;

    /// <summary>The order in words, for a caption.</summary>
    public static string Words<TRow>(
        this IReadOnlyList<SortColumn<TRow>> columns,
        ColumnOrder? order,
        string own
    ) =>
        order is not null && columns.Find(order) is { } column
            ? ColumnOrder.Words($"{column.Header}", order.IsDescending)
            : own;

    private static SortColumn<TRow>? Find<TRow>(
        this IReadOnlyList<SortColumn<TRow>> columns,
        ColumnOrder order
    ) => columns.FirstOrDefault(column => column.Header.English == order.Column);
}
