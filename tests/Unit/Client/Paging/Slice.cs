namespace HeiChartViewer.Tests.Unit.Client.Paging;

/// <summary>The items of one page, and where the page after it begins.</summary>
internal sealed record Slice(IReadOnlyList<string> Ids, int Total, int End, string List)
{
    public bool GoesOn => End < Total;

    public string Items => string.Join(',', Ids.Select(id => $$"""{"id":"{{id}}"}"""));

    public string NextLink(string parameter) =>
        GoesOn ? $",\"nextLink\":\"{List}?{parameter}={End}\"" : "";
}
