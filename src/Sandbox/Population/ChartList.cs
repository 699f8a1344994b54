namespace HeiChartViewer.Sandbox.Population;

/// <summary>One of the lists that a chart is made of.</summary>
/// <param name="Api">The API it is read by.</param>
/// <param name="Resource">Its name in a path.</param>
/// <param name="Of">The list of a chart.</param>
/// <param name="With">The same chart with another list in its place.</param>
internal sealed record ChartList(
    string Api,
    string Resource,
    Func<Chart, RecordList> Of,
    Func<Chart, RecordList, Chart> With
)
{
    /// <summary>Its name in a population file: that of the path, in camelCase.</summary>
    public string Member { get; } =
        string.Concat(Resource.Split('-').Select((word, i) => i == 0 ? word : Capital(word)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
