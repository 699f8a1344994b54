namespace HeiChartViewer.Sandbox.Control;

/// <summary>Whether the tenant filters sensitive data, and what that is.</summary>
internal sealed record SensitiveOrder
{
    public bool? On { get; init; }

    /// <summary>The words and codes that make a record sensitive; null leaves them as they are by themselves.</summary>
    public IReadOnlyList<string>? Terms { get; init; }

    public string? Refuse() =>
        On is null ? "on is required"
        : Terms is not null && (Terms.Count == 0 || Terms.Any(string.IsNullOrWhiteSpace))
            ? "terms must be words or codes, or null"
        : null;
}
