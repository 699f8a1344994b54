namespace HealtheIntent.Client;

/// <summary>One quality measure and how the person stands to it (contract 7).</summary>
public sealed record RegistryMeasure : OpenObject
{
    /// <summary>The measure in words.</summary>
    public string? Name { get; init; }

    /// <summary>The measure's full name in its library.</summary>
    public string? Fqn { get; init; }

    /// <summary>How the person stands to it.</summary>
    public MeasureOutcome? Outcome { get; init; }

    /// <summary>Whether it is due; null when nothing says so.</summary>
    public bool? MeasureDue { get; init; }

    /// <summary>When it is due.</summary>
    public PartialDate? DueDate { get; init; }

    /// <summary>The unit of the measured value.</summary>
    public string? ValueUnit { get; init; }

    /// <summary>What the outcome rests on.</summary>
    public IReadOnlyList<SupportingFact> SupportingFacts
    {
        get;
        init => field = value ?? field;
    } = [];
}
