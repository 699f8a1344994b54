using HealtheIntent.Client;

namespace HeiChartViewer.Web.Launch.Identity;

/// <summary>
/// Compares whom the host means with whom HealtheIntent knows. What one side does not know tells nothing; what any
/// source agrees with is agreed, for sources keep old names and typing errors.
/// </summary>
/// <remarks>
/// A chart opens where the birth dates and a given name agree: people marry, and use short names, and twins share all but
/// that. Where one side knows no given name, the family name has to agree instead; where one knows no birth date, both
/// names have to. docs/security.md has the measured rates.
/// </remarks>
internal static class IdentityComparison
{
    /// <summary>What tells the two apart, in words; empty where they may be the same person.</summary>
    public static IReadOnlyList<string> Differences(
        StatedIdentity stated,
        IReadOnlyList<DemographicRecord> records
    )
    {
        var differences = new List<string>();
        var born = BirthDatesAgree(stated, records);
        if (born == false)
            differences.Add(Say("birth date"));
        if (!NamesAgree(stated, records, isBirthDateKnown: born is not null))
            differences.Add(Say("name"));
        // Sex alone stops nobody: one side may hold the sex at birth and the other the gender.
        if (differences.Count > 0 && SexesAgree(stated, records) == false)
            differences.Add(Say("sex"));
        return differences;
    }

    private static bool NamesAgree(
        StatedIdentity stated,
        IReadOnlyList<DemographicRecord> records,
        bool isBirthDateKnown
    )
    {
        var here = NameParts.Of(records);
        var there = new NameParts(stated.FamilyNames, stated.GivenNames);
        if (here.IsEmpty || there.IsEmpty)
            return true;
        if (there.IsReversed(here))
            return true;
        var family = there.SharesFamily(here);
        if (!there.HasGiven || !here.HasGiven)
            return family;
        var given = there.SharesGiven(here);
        return isBirthDateKnown ? given : family && given;
    }

    /// <summary>Null where one side knows no birth date.</summary>
    private static bool? BirthDatesAgree(
        StatedIdentity stated,
        IReadOnlyList<DemographicRecord> records
    )
    {
        var dates = records.Select(record => record.BirthDate).OfType<PartialDate>().ToList();
        if (stated.BirthDate is not { } day || dates.Count == 0)
            return null;
        // A source that knows the year alone agrees with every day of it.
        return dates.Any(date =>
            date.Year == day.Year
            && (date.Month ?? day.Month) == day.Month
            && (date.Day ?? day.Day) == day.Day
        );
    }

    private static bool? SexesAgree(StatedIdentity stated, IReadOnlyList<DemographicRecord> records)
    {
        var known = records
            .SelectMany(record => new[] { record.BirthSex?.Display, record.Gender?.Display })
            .Select(Initial)
            .OfType<char>()
            .ToList();
        return Initial(stated.Sex) is { } sex && known.Count > 0 ? known.Contains(sex) : null;
    }

    /// <summary>Hosts write <c>female</c>, <c>F</c> or <c>Female</c>; other and unknown tell nobody apart.</summary>
    private static char? Initial(string? sex) =>
        char.ToUpperInvariant(sex?.Trim().FirstOrDefault() ?? ' ') is var initial and ('F' or 'M')
            ? initial
            : null;
}
