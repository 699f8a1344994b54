namespace HeiChartViewer.Sandbox.Population;

/// <summary>Who a patient is, before anything has happened to them.</summary>
public sealed record Person
{
    /// <summary>The key of the case.</summary>
    public required string Case { get; init; }

    /// <summary>What is particular about the patient.</summary>
    public required string What { get; init; }

    /// <summary>Family name; none for people with one name.</summary>
    public string? Family { get; init; }

    /// <summary>Given name.</summary>
    public required string Given { get; init; }

    /// <summary>Title.</summary>
    public string? Prefix { get; init; }

    /// <summary>Preferred name.</summary>
    public string? Preferred { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly Born { get; init; }

    /// <summary><c>Female</c> or <c>Male</c>.</summary>
    public required string Sex { get; init; }

    /// <summary>Date of death.</summary>
    public DateOnly? Died { get; init; }

    /// <summary>The local id in the first partition, where the case fixes it.</summary>
    public string? PersonId { get; init; }

    /// <summary>A birth date that one of the other sources has wrong.</summary>
    public DateOnly? BornElsewhere { get; init; }

    /// <summary>A sex that one of the other sources has wrong.</summary>
    public string? SexElsewhere { get; init; }

    /// <summary>A word that goes into every text.</summary>
    public string? Sentinel { get; init; }

    /// <summary>The pathways the patient's life follows.</summary>
    public IReadOnlyList<Action<Chart>> Pathways { get; init; } = [];

    /// <summary>The patient's age on a day, in years.</summary>
    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);
}
