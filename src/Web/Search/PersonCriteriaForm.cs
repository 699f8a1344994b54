using System.Globalization;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Web.Search;

/// <summary>The search form as it is typed, and what it means.</summary>
public sealed class PersonCriteriaForm
{
    private const int LongestField = 100;

    /// <summary>Unambiguous forms only: 03/04/2021 means two different days on two sides of an ocean.</summary>
    private static readonly string[] DateForms =
    [
        "d-MMM-yyyy",
        "d MMM yyyy",
        "yyyy-MM-dd",
        "d-MMMM-yyyy",
        "d MMMM yyyy",
    ];

    /// <summary>A birth date as it may be written.</summary>
    public static string Example => ClinicalDate.Day(PartialDate.Parse("1934-08-20"));

    /// <summary>Any part of the name.</summary>
    public string? Name { get; set; }

    /// <summary>The birth date, as typed.</summary>
    public string? BirthDate { get; set; }

    /// <summary>A record number or another identifier.</summary>
    public string? Identifier { get; set; }

    /// <summary>The namespace that the identifier is of; blank for any.</summary>
    public string? IdentifierSystem { get; set; }

    /// <summary>The sex; null where it is not known.</summary>
    public PersonSex? Sex { get; set; }

    /// <summary>A phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Reads the form.</summary>
    /// <param name="today">No one is born later.</param>
    /// <param name="problem">What is wrong, in words for the person who typed.</param>
    /// <returns>The criteria, or null where something is wrong.</returns>
    public PersonCriteria? Read(DateOnly today, out string? problem)
    {
        problem = null;
        if (
            new[] { Name, BirthDate, Identifier, IdentifierSystem, Phone }.Any(field =>
                field?.Length > LongestField
            )
        )
            return Refuse(Say($"Each field takes at most {LongestField} characters."), out problem);
        DateOnly? born = null;
        if (Given(BirthDate) is { } typed)
        {
            if (
                !DateOnly.TryParseExact(
                    ClinicalDate.InEnglish(typed),
                    DateForms,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
                return Refuse(
                    Say($"Write the birth date as {Example} or 1934-08-20."),
                    out problem
                );
            if (date > today)
                return Refuse(Say("The birth date is in the future."), out problem);
            born = date;
        }
        var criteria = new PersonCriteria
        {
            Name = Given(Name),
            BirthDate = born,
            Identifier = Given(Identifier),
            IdentifierSystem = Given(Identifier) is null ? null : Given(IdentifierSystem),
            Sex = Sex,
            Phone = Given(Phone),
        };
        return criteria.Count >= PersonCriteria.FewestCriteria
            ? criteria
            : Refuse(Say("Give at least two: name, birth date, identifier, phone."), out problem);
    }

    private static PersonCriteria? Refuse(string words, out string? problem)
    {
        problem = words;
        return null;
    }

    private static string? Given(string? field) =>
        string.IsNullOrWhiteSpace(field) ? null : field.Trim();
}
