namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A table at the end of a document that is written from the code, and fails while it is out of date.</summary>
internal static class GeneratedTable
{
    /// <summary>Compares it; where the environment says so, writes it before.</summary>
    /// <param name="document">The name of the document.</param>
    /// <param name="accept">The variable that is 1 where the table is to be written.</param>
    /// <param name="table">The table, its heading first.</param>
    public static void IsUpToDate(string document, string accept, string table)
    {
        var file = Path.Combine(Repository.Root, "docs", document);
        var text = File.ReadAllText(file);
        var heading = table[..(table.IndexOf('|', 1) + 1)];
        var written = text[..text.IndexOf(heading, StringComparison.Ordinal)] + table;
        if (Environment.GetEnvironmentVariable(accept) == "1")
            File.WriteAllText(file, written);

        Assert.Equal(File.ReadAllText(file), written);
    }
}
