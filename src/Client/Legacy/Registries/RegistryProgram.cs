using HealtheIntent.Client.Legacy;

namespace HealtheIntent.Client;

/// <summary>A program with its measures. A program of events has the measures within each event (contract 7).</summary>
public sealed record RegistryProgram : OpenObject, ILegacyItem
{
    /// <summary>The program's ID.</summary>
    public string? Id { get; init; }

    /// <summary>The program's name.</summary>
    public string? Name { get; init; }

    /// <summary>How many measures apply to the person.</summary>
    public int? TotalMeasureCount { get; init; }

    /// <summary>How many of them are met.</summary>
    public int? MetMeasureCount { get; init; }

    /// <summary>Why the person is in the program.</summary>
    public IReadOnlyList<SupportingFact> SupportingFacts
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The measures; empty in a program of events.</summary>
    public IReadOnlyList<RegistryMeasure> Measures
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The events; empty in a program without them.</summary>
    public IReadOnlyList<RegistryEvent> Events
    {
        get;
        init => field = value ?? field;
    } = [];

    static string ILegacyItem.ListName => "programs";
}
