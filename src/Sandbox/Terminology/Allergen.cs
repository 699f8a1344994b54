namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>Something people are allergic to, and how it usually shows.</summary>
internal sealed record Allergen(Term Code, string Name, string Category, Term? Reaction);
