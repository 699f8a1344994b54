namespace HeiChartViewer.Sandbox.Records;

/// <summary>Who says so, and in which role (contract 6.3).</summary>
internal sealed record Asserter
{
    public string? Type { get; init; }

    public required Provider Provider { get; init; }

    public IReadOnlyList<CodeableConcept>? ProviderRoles { get; init; }
}
