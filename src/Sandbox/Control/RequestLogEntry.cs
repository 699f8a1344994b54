namespace HeiChartViewer.Sandbox.Control;

/// <summary>A request that the tenant got.</summary>
internal sealed record RequestLogEntry
{
    public required long Number { get; init; }

    public required string Method { get; init; }

    /// <summary>The path template, not the path.</summary>
    public required string Path { get; init; }

    public required string Query { get; init; }

    /// <summary>The account, or null when the credential was none.</summary>
    public string? Account { get; set; }

    /// <summary>Why the credential was none; of API calls the caller was not told.</summary>
    public string? Refusal { get; set; }

    public string? PatientId { get; init; }

    public required string CorrelationId { get; init; }

    /// <summary>The status answered, or null while the answer is on its way.</summary>
    public int? Status { get; set; }

    public double? DurationMs { get; set; }
}
