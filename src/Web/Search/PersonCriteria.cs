using HealtheIntent.Client;

namespace HeiChartViewer.Web.Search;

/// <summary>What a coordinator knows of the person they look for.</summary>
public sealed record PersonCriteria
{
    /// <summary>Fewer criteria find too many people, and show too many people's data (promise 17).</summary>
    public const int FewestCriteria = 2;

    /// <summary>Any part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>The birth date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>A record number or another identifier.</summary>
    public string? Identifier { get; init; }

    /// <summary>A phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>How many criteria are given.</summary>
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
            Alias = Identifier is null ? null : new PatientSearchAlias(null, Identifier),
            Telecom = Phone,
        };
}
