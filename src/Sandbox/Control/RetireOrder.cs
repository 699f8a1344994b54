namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of the event that retires a patient id.</summary>
internal sealed record RetireOrder
{
    public string? PatientId { get; init; }
}
