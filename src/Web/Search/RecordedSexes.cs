using HealtheIntent.Client;

namespace HeiChartViewer.Web.Search;

/// <summary>What the source records of a person say of sex at birth and gender, as far as it can be told from their words.</summary>
public static class RecordedSexes
{
    /// <summary>
    /// Each sex that any source records, as gender or at birth. Words that are not known here tell nothing: nobody is
    /// left out for a word in another language.
    /// </summary>
    public static IReadOnlyList<PersonSex> Of(IReadOnlyList<DemographicRecord> records) =>
        [
            .. records
                .SelectMany(record => new[] { record.Gender, record.BirthSex })
                .OfType<CodeableConcept>()
                .SelectMany(concept =>
                    concept.Codings.Select(coding => coding.Code).Append(concept.Display)
                )
                .Select(Read)
                .OfType<PersonSex>()
                .Distinct(),
        ];

    private static PersonSex? Read(string? words) =>
        words?.Trim().ToUpperInvariant() switch
        {
            "F" or "FEMALE" => PersonSex.Female,
            "M" or "MALE" => PersonSex.Male,
            "O" or "OTHER" or "X" or "NON-BINARY" or "NONBINARY" or "INTERSEX" => PersonSex.Other,
            _ => null,
        };
}
