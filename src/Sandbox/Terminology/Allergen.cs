namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>Something people are allergic to, and how it usually shows.</summary>
internal sealed record Allergen(Term Code, string Name, string Category, Term? Reaction)
{
    /// <summary>The drugs that whoever is allergic to it is not given.</summary>
    public DrugClass? Class { get; init; }
}
