namespace HealtheIntent.Client;

/// <summary>How much to accept from the platform.</summary>
public sealed class LimitOptions
{
    /// <summary>The most bytes one answer may have, after decompression.</summary>
    /// <value>16777216.</value>
    public int MaxResponseBytes { get; set; } = HealtheIntentDefaults.MaxResponseBytes;

    /// <summary>The most bytes one document's binary may have, after decompression.</summary>
    /// <value>268435456.</value>
    public long MaxBinaryBytes { get; set; } = HealtheIntentDefaults.MaxBinaryBytes;

    /// <summary>How long a binary may bring no byte while it is read. The whole of it may take as long as it needs.</summary>
    /// <value>00:00:10.</value>
    public TimeSpan BinaryStallTimeout { get; set; } = HealtheIntentDefaults.BinaryStallTimeout;

    /// <summary>The most pages one list may have; a list that goes on is taken for a runaway.</summary>
    /// <value>1000.</value>
    public int MaxPages { get; set; } = HealtheIntentDefaults.MaxPages;

    /// <summary>The most bytes of answers one session keeps, to ask the platform only whether they changed. Zero keeps none.</summary>
    /// <value>8388608.</value>
    public int MaxSessionBytes { get; set; } = HealtheIntentDefaults.MaxSessionBytes;
}
