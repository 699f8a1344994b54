namespace HeiChartViewer.Sandbox.Population;

/// <summary>A name as people say it; some have one part only.</summary>
internal sealed record PersonName(IReadOnlyList<string> Given, IReadOnlyList<string> Family)
{
    public PersonName(string given, string family)
        : this([given], [family]) { }

    /// <summary>How the person is addressed.</summary>
    public string? Prefix { get; init; }

    /// <summary>FAMILY, Given; or the only part there is.</summary>
    public string Display =>
        Family.Count == 0 ? string.Join(' ', Given)
        : Given.Count == 0 ? string.Join(' ', Family)
        : $"{string.Join(' ', Family).ToUpperInvariant()}, {string.Join(' ', Given)}";

    /// <summary>Family, Given, as the platform formats names.</summary>
    public string Formatted =>
        Family.Count == 0 || Given.Count == 0
            ? string.Join(' ', [.. Given, .. Family])
            : $"{string.Join(' ', Family)}, {string.Join(' ', Given)}";
}
