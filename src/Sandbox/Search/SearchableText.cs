namespace HeiChartViewer.Sandbox.Search;

/// <summary>A piece of a record's text, and how much it says about the record that something stands there (contract 5).</summary>
/// <param name="Section">The heading it stands under; null where there is none.</param>
/// <param name="Weight">How much a find here counts.</param>
/// <param name="Text">The text as the source wrote it.</param>
internal sealed record SearchableText(string? Section, double Weight, string Text)
{
    private const double Ordinary = 1;

    /// <summary>The text as it is compared.</summary>
    public string Folded { get; } = Folding.Of(Text);

    private static readonly (string Heading, double Weight)[] Headings =
    [
        ("reason", 3),
        ("chief complaint", 3),
        ("diagnoses", 3),
        ("assessment", 3),
        ("impression", 3),
        ("conclusion", 3),
        ("plan", 2),
        ("findings", 1.5),
        ("history", Ordinary),
        ("family history", 0.3),
    ];

    /// <summary>The parts of a document by its headings: a line that ends in a colon, or begins with a known one.</summary>
    public static IEnumerable<SearchableText> Of(string document)
    {
        var (section, weight) = ((string?)null, Ordinary);
        foreach (
            var line in document.Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && WeightOf(line[..colon]) is { } known)
            {
                (section, weight) = (line[..colon], known);
                if (colon == line.Length - 1)
                    continue;
            }
            else if (colon == line.Length - 1 && colon > 0)
            {
                (section, weight) = (line[..colon], Ordinary);
                continue;
            }
            yield return new SearchableText(section, weight, line);
        }
    }

    private static double? WeightOf(string heading)
    {
        foreach (var (known, weight) in Headings)
            if (known.Equals(heading, StringComparison.OrdinalIgnoreCase))
                return weight;
        return null;
    }
}
