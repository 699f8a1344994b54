namespace HeiChartViewer.Sandbox.Population.Documents;

/// <summary>Who a document is about, who wrote it, and when.</summary>
internal sealed record CcdaHeader
{
    public required string Id { get; init; }

    /// <summary>As HL7 writes times: <c>20260319</c> and further.</summary>
    public required string Written { get; init; }

    public required string PatientIdRoot { get; init; }

    public required string PatientId { get; init; }

    public required string Given { get; init; }

    public required string Family { get; init; }

    public required string Gender { get; init; }

    public required string Born { get; init; }

    public required string Author { get; init; }

    public required string Organisation { get; init; }
}

/// <summary>A section of a document.</summary>
/// <param name="Code">Its LOINC code.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Columns">The heads of its table.</param>
/// <param name="Rows">What the table says; none says that there is no information.</param>
internal sealed record CcdaSection(
    string Code,
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
