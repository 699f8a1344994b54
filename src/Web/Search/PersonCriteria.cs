using HealtheIntent.Client;

namespace HeiChartViewer.Web.Search;

/// <summary>What a coordinator knows of the person they look for.</summary>
public sealed record PersonCriteria
{
    /// <summary>
    /// Fewer criteria find too many people, and show too many people's data (promise 17). The sex is not among them:
    /// HealtheIntent takes none (contract 3.2), so it makes no answer smaller.
    /// </summary>
    public const int FewestCriteria = 2;

    /// <summary>Any part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>The birth date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>A record number or another identifier.</summary>
    public string? Identifier { get; init; }

    /// <summary>The namespace that the identifier is of; null for any.</summary>
    public string? IdentifierSystem { get; init; }

    /// <summary>The sex; whoever is recorded with another alone is left out of the answer.</summary>
    public PersonSex? Sex { get; init; }

    /// <summary>A phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>How many criteria are given that HealtheIntent searches by.</summary>
    public int Count =>
        new[]
        {
            Name is not null,
            BirthDate is not null,
            Identifier is not null,
            Phone is not null,
        }.Count(given => given);

    /// <summary>The criteria as HealtheIntent takes them.</summary>
    public PatientSearch ToSearch() =>
        new()
        {
            Name = Name,
            BirthDate = BirthDate,
            Alias = Identifier is null
                ? null
                : new PatientSearchAlias(IdentifierSystem, Identifier),
            Telecom = Phone,
        };
}
