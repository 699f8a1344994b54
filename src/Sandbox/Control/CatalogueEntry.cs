namespace HeiChartViewer.Sandbox.Control;

/// <summary>A patient of the worklist, so that nobody has to know ids by heart.</summary>
internal sealed record CatalogueEntry
{
    /// <summary>The key of the case, or of the patient when it is none.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The platform id of today; null when the local id stands for none or for several.</summary>
    public string? PatientId { get; init; }

    /// <summary>All platform ids that the local id stands for.</summary>
    public required IReadOnlyList<string> PatientIds { get; init; }

    public required string DataPartitionId { get; init; }

    public required string PersonId { get; init; }

    public required string DisplayName { get; init; }

    public required string What { get; init; }

    public string? Sentinel { get; init; }
}
