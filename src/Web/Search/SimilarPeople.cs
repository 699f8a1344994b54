using System.Globalization;
using System.Text;

namespace HeiChartViewer.Web.Search;

/// <summary>Finds people in one answer who could be taken for one another.</summary>
public static class SimilarPeople
{
    private const int NamePrefix = 3;

    /// <summary>
    /// Marks them: the same beginning of family and given name, or the same birth date and the same family name.
    /// Accents and case do not tell people apart.
    /// </summary>
    public static IReadOnlyList<PersonHit> Mark(IReadOnlyList<PersonHit> hits) =>
        [
            .. hits.Select(hit =>
                hit with
                {
                    IsSimilarToAnother = hits.Any(other =>
                        other.PatientId != hit.PatientId && AreSimilar(hit, other)
                    ),
                }
            ),
        ];

    private static bool AreSimilar(PersonHit one, PersonHit other)
    {
        if (one.Identity?.Name is not { } oneName || other.Identity?.Name is not { } otherName)
            return false;
        var (oneFamily, oneGiven) = Parts(oneName);
        var (otherFamily, otherGiven) = Parts(otherName);
        if (
            oneFamily == otherFamily
            && one.Identity.Born is { } born
            && born == other.Identity.Born
        )
            return true;
        return Prefix(oneFamily) == Prefix(otherFamily) && Prefix(oneGiven) == Prefix(otherGiven);
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
