namespace HeiChartViewer.Sandbox.Records;

/// <summary>A postal address of a patient (contract 3.3).</summary>
internal sealed record Address
{
    public string? Use { get; init; }

    public IReadOnlyList<string>? Lines { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }
}
