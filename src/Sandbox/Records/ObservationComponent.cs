namespace HeiChartViewer.Sandbox.Records;

/// <summary>One part of an observation that has several, with a value, a flag and a range of its own (contract 6.8).</summary>
internal sealed record ObservationComponent
{
    public required CodeableConcept Code { get; init; }

    public required ObservationValue Value { get; init; }

    public CodeableConcept? Interpretation { get; init; }

    public IReadOnlyList<ReferenceRange>? ReferenceRanges { get; init; }
}
