using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>An encounter while its chart is written, with what its notes have to tell.</summary>
internal sealed class Visit
{
    public required string EncounterId { get; init; }

    public required DataPartition Source { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required VisitKind Kind { get; init; }

    public required Asserter Clinician { get; init; }

    public required Diagnosis? Reason { get; init; }

    public List<string> Findings { get; } = [];

    public List<string> Diagnosed { get; } = [];

    public List<string> Plan { get; } = [];

    public DateOnly Day => DateOnly.FromDateTime(Start.DateTime);

    public Reference Reference => new() { Id = EncounterId };
}
