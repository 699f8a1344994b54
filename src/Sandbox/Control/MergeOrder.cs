namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of the event that finds two patients to be one.</summary>
internal sealed record MergeOrder
{
    /// <summary>The id that is retired.</summary>
    public string? PatientId { get; init; }

    /// <summary>The id that goes on with the records of both.</summary>
    public string? IntoPatientId { get; init; }
}
