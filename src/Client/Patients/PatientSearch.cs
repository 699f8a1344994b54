namespace HealtheIntent.Client;

/// <summary>What is known of the person looked for; at least one member must be given (contract 3.2).</summary>
public sealed record PatientSearch
{
    /// <summary>The name, free form: given name, then family name.</summary>
    public string? Name { get; init; }

    /// <summary>An identifier such as an MRN, in its namespace.</summary>
    public PatientSearchAlias? Alias { get; init; }

    /// <summary>The date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>A telephone number.</summary>
    public string? Telecom { get; init; }

    internal bool HasAny =>
        !string.IsNullOrWhiteSpace(Name)
        || Alias is not null
        || BirthDate is not null
        || !string.IsNullOrWhiteSpace(Telecom);

    /// <summary>The name of the type; whom somebody looks for never reaches a log by accident.</summary>
    public override string ToString() => nameof(PatientSearch);
}
