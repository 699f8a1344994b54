namespace HealtheIntent.Client;

/// <summary>What is known about a document; the document itself is a binary that <see cref="Contents"/> points to (contract 6.9).</summary>
[AssumedContract(
    "What a document reference carries is documented in words alone; the members' names are inferred, and so is the list (contract 6.9, 12).",
    Api = "longitudinal-record"
)]
public sealed record DocumentReference : ClinicalRecord
{
    /// <summary>The status.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>The kind of document.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>The category.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>A title or description.</summary>
    public string? Description { get; init; }

    /// <summary>When it was written.</summary>
    public PartialDate? CreatedOn { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<Asserter> Authors
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The document's parts or renderings.</summary>
    public IReadOnlyList<DocumentContent> Contents
    {
        get;
        init => field = value ?? field;
    } = [];
}
