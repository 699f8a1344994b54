using System.Globalization;
using System.Text;

namespace HeiChartViewer.Web.Search;

/// <summary>Finds people in one answer who could be taken for one another.</summary>
public static class SimilarPeople
{
    private const int NamePrefix = 3;

    /// <summary>
    /// Marks them with why: the same beginning of family and given name, the same birth date, or both. Accents and case
    /// do not tell people apart.
    /// </summary>
    public static IReadOnlyList<PersonHit> Mark(IReadOnlyList<PersonHit> hits) =>
        [
            .. hits.Select(hit =>
                hit with
                {
                    Likenesses =
                    [
                        .. hits.Where(other => other.PatientId != hit.PatientId)
                            .Select(other => Compare(hit, other))
                            .OfType<Likeness>()
                            .Distinct()
                            .Order(),
                    ],
                }
            ),
        ];

    private static Likeness? Compare(PersonHit one, PersonHit other)
    {
        // Two who were born in the same year are not born on the same day.
        var sameDay = one.Identity?.Born is { Day: not null } born && born == other.Identity?.Born;
        if (one.Identity?.Name is not { } oneName || other.Identity?.Name is not { } otherName)
            return sameDay ? Likeness.BirthDate : null;
        var (oneFamily, oneGiven) = Parts(oneName);
        var (otherFamily, otherGiven) = Parts(otherName);
        var similar =
            Prefix(oneFamily) == Prefix(otherFamily) && Prefix(oneGiven) == Prefix(otherGiven);
        return (similar, sameDay) switch
        {
            (true, true) => Likeness.NameAndBirthDate,
            (true, false) => Likeness.Name,
            (false, true) => oneFamily == otherFamily
                ? Likeness.FamilyNameAndBirthDate
                : Likeness.BirthDate,
            _ => null,
        };
    }

    private static (string Family, string Given) Parts(string name)
    {
        var folded = Fold(name);
        var comma = folded.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? (folded, "") : (folded[..comma].Trim(), folded[(comma + 1)..].Trim());
    }

    private static string Prefix(string text) =>
        text.Length <= NamePrefix ? text : text[..NamePrefix];

    private static string Fold(string text) =>
        string.Concat(
                text.Normalize(NormalizationForm.FormD)
                    .Where(c =>
                        CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                    )
            )
            .ToUpperInvariant();
}
