namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A disorder as clinicians code it and as it is billed.</summary>
internal sealed record Diagnosis(Term Clinical, Term Billing)
{
    /// <summary>What a clinician calls it.</summary>
    public string Name => Clinical.Display;
}
