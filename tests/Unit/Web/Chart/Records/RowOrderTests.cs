using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

public sealed class RowOrderTests
{
    private static readonly (int Row, string? Word)[] Rows =
    [
        (1, "beta"),
        (2, null),
        (3, "Alpha"),
        (4, "alpha"),
        (5, "beta"),
        (6, null),
    ];

    [Theory]
    [InlineData(false, new[] { 3, 4, 1, 5, 2, 6 })]
    [InlineData(true, new[] { 1, 5, 3, 4, 2, 6 })]
    public void Equals_stay_as_they_stood_and_what_says_nothing_comes_last_either_way(
        bool descending,
        int[] expected
    ) =>
        Assert.Equal(
            expected,
            RowOrder
                .By(Rows, row => row.Word, StringComparer.OrdinalIgnoreCase, descending)
                .Select(row => row.Row)
        );
}
