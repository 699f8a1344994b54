using System.Globalization;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

/// <summary>A list on the platform's side, cut into pages of the sizes given, over and over.</summary>
internal sealed partial record PagedList(PagingDialect Dialect, int[] Sizes, int Total)
{
    public IReadOnlyList<string> Ids =>
        [.. Enumerable.Range(0, Total).Select(number => $"i{number}")];

    /// <summary>The page that an address asks for, as the dialect writes it.</summary>
    public string Answer(SentRequest sent)
    {
        var from = int.Parse(
            $"0{Place().Match(sent.Address.Query).Groups["number"].Value}",
            CultureInfo.InvariantCulture
        );
        var size = Math.Min(Sizes[from % Sizes.Length], Total - from);
        return Dialect.Body(
            new Slice(
                [.. Ids.Skip(from).Take(size)],
                Total,
                from + size,
                sent.Address.GetLeftPart(UriPartial.Path)
            )
        );
    }

    public override string ToString() =>
        $"{Total} items by {Dialect}, in pages of {string.Join(", ", Sizes)}";

    [GeneratedRegex("[?&](cursor|offset)=(?<number>[0-9]+)")]
    private static partial Regex Place();
}
