namespace HealtheIntent.Client;

/// <summary>One page of a patient search (contract 3.2).</summary>
[AssumedContract(
    "That the search pages by offset is inferred from its totalResults; how it matches is not published (contract 3.2)."
)]
public sealed record PatientSearchPage
{
    /// <summary>The patients found, in the platform's order.</summary>
    public required IReadOnlyList<string> PatientIds { get; init; }

    /// <summary>How many patients match in all, where the platform says so.</summary>
    public int? TotalResults { get; init; }

    /// <summary>Whether there are more pages.</summary>
    public bool HasMore { get; init; }

    /// <summary>The ID the platform gave to this answer; quote it to the vendor.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When the answer arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The name of the type; an ID never reaches a log by accident.</summary>
    public override string ToString() => nameof(PatientSearchPage);
}
