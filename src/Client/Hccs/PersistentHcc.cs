namespace HealtheIntent.Client;

/// <summary>A condition category that a patient had before, and that has to be looked at again.</summary>
public sealed record PersistentHcc : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The code of the category.</summary>
    public string? Code { get; init; }

    /// <summary>The code of the diagnosis.</summary>
    public string? DiagnosisCode { get; init; }

    /// <summary>The diagnosis in words.</summary>
    public string? DiagnosisCodeDescription { get; init; }

    /// <summary>The code system of the diagnosis.</summary>
    public string? DiagnosisCodeSystemId { get; init; }

    /// <summary>When it was last recorded.</summary>
    public PartialDate? LastServiceDate { get; init; }

    /// <summary>Such as <c>PENDING</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How strong the evidence is.</summary>
    public string? Stratification { get; init; }

    /// <summary>The same in a word, such as <c>HIGH</c>.</summary>
    public string? StratificationCategory { get; init; }

    /// <summary>Identifiers in other systems.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>What speaks for it.</summary>
    public IReadOnlyList<HccFact> SupportingFacts
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>What speaks for another category.</summary>
    public IReadOnlyList<HccFact> CompetingFacts
    {
        get;
        init => field = value ?? field;
    } = [];
}
