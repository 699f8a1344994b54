namespace HealtheIntent.Client;

/// <summary>What to look for in a patient's chart (contract 5).</summary>
/// <param name="Words">
/// A term or phrase. A clinical term finds its concept and what is related to it; other words must all be there.
/// </param>
public sealed record ChartSearchRequest(string Words)
{
    /// <summary>Which hits to ask for. Not set, from the first on, 20 at a time.</summary>
    public OffsetQuery Page { get; init; } = new() { Limit = HealtheIntentDefaults.SearchLimit };

    /// <summary>The name of the type; what somebody looks for in a chart never reaches a log by accident.</summary>
    public override string ToString() => nameof(ChartSearchRequest);
}
