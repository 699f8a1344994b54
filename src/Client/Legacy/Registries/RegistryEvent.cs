namespace HealtheIntent.Client;

/// <summary>One event of a program, such as a stay in hospital, with measures of its own (contract 7).</summary>
public sealed record RegistryEvent : OpenObject
{
    /// <summary>When it was.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Who is responsible.</summary>
    public IReadOnlyList<ResponsibleProvider> ResponsibleProviders
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The measures.</summary>
    public IReadOnlyList<RegistryMeasure> Measures
    {
        get;
        init => field = value ?? field;
    } = [];
}
