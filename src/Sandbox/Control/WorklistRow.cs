using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>A person as the EHR knows them.</summary>
public sealed record WorklistRow
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string What { get; init; }

    public required SourcePerson Source { get; init; }

    public required string DisplayName { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly Born { get; init; }

    public DateOnly? Died { get; init; }

    public required string Location { get; init; }

    public string? Sentinel { get; init; }

    public required bool IsCase { get; init; }

    /// <summary>Where the EHR shows this person.</summary>
    public string EhrPath =>
        $"/ehr/patients/{Source.Partition.Id}/{Uri.EscapeDataString(Source.PersonId)}";

    /// <summary>Whether the filter of the worklist lets this row through.</summary>
    public bool IsAbout(string filter) =>
        filter
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                new[] { DisplayName, Title, Key, Source.Mrn, Source.PersonId }.Any(text =>
                    text.Contains(word, StringComparison.OrdinalIgnoreCase)
                )
            );
}
