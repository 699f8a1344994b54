using System.Globalization;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>Puts rows into the order of what one column says.</summary>
public static class RowOrder
{
    /// <summary>How words are ordered: without regard to case, and numbers in them by size.</summary>
    public static StringComparer Words { get; } =
        StringComparer.Create(
            CultureInfo.InvariantCulture,
            CompareOptions.IgnoreCase | CompareOptions.NumericOrdering
        );

    /// <summary>
    /// The rows by a key, equals as they stood, those without one last either way. Thousands of rows share a few
    /// hundred values, and comparing two words is dear: each value is put in its place once.
    /// </summary>
    public static IReadOnlyList<TRow> By<TRow, TKey>(
        IReadOnlyList<TRow> rows,
        Func<TRow, TKey?> key,
        IComparer<TKey> order,
        bool descending
    )
        where TKey : class
    {
        var keys = rows.Select(key).ToArray();
        var ranks = Ranks([.. keys.OfType<TKey>().Distinct()], order);
        return
        [
            .. Enumerable
                .Range(0, rows.Count)
                .OrderBy(i =>
                    keys[i] is not { } value ? int.MaxValue
                    : descending ? -ranks[value]
                    : ranks[value]
                )
                .Select(i => rows[i]),
        ];
    }

    /// <summary>Values that differ may have the same place: words in capitals and in small letters.</summary>
    private static Dictionary<TKey, int> Ranks<TKey>(TKey[] values, IComparer<TKey> order)
        where TKey : class
    {
        Array.Sort(values, order);
        var ranks = new Dictionary<TKey, int>(values.Length);
        for (var (i, rank) = (0, 0); i < values.Length; i++)
        {
            if (i > 0 && order.Compare(values[i - 1], values[i]) != 0)
                rank++;
            ranks.Add(values[i], rank);
        }
        return ranks;
    }
}
