using System.Globalization;
using System.Text;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Launch.Identity;

/// <summary>
/// The words of a person's names, as they are compared: without case, accents and punctuation, family and given names
/// apart, and from every name that is on file, for people keep old ones.
/// </summary>
internal sealed class NameParts
{
    private const int ShortestBeginning = 3;

    /// <summary>A shorter end is shared by too many names: -ana, -ine.</summary>
    private const int ShortestEnd = 4;

    private readonly HashSet<string> _family;
    private readonly HashSet<string> _given;

    public NameParts(IEnumerable<string> family, IEnumerable<string> given) =>
        (_family, _given) = (Words(family), Words(given));

    public static NameParts Of(IReadOnlyList<DemographicRecord> records)
    {
        var names = records.SelectMany(record => record.Names).ToList();
        return new NameParts(
            names.SelectMany(name => name.FamilyNames),
            names.SelectMany(name =>
                name.GivenNames.Concat(name.MiddleNames)
                    // A source that sends its names as one text says no more than that.
                    .Concat(
                        name.FamilyNames.Count + name.GivenNames.Count == 0
                        && name.Formatted is { } all
                            ? [all]
                            : []
                    )
            )
        );
    }

    public bool IsEmpty => _family.Count + _given.Count == 0;

    /// <summary>Whether a given name is known.</summary>
    public bool HasGiven => _given.Count > 0;

    /// <summary>Whether the parts are the other's, the other way round, as some hosts send them.</summary>
    public bool IsReversed(NameParts other) =>
        _family.Overlaps(other._given) && _given.Overlaps(other._family);

    /// <summary>Whether a family name is shared.</summary>
    public bool SharesFamily(NameParts other) => _family.Overlaps(other._family);

    /// <summary>Whether a given name is shared, or one is short for the other.</summary>
    public bool SharesGiven(NameParts other) =>
        _given.Any(one => other._given.Any(another => MayBeOne(one, another)));

    /// <summary>Alex is Alexander, J. is John, Beth is Elizabeth, and Bill is William.</summary>
    private static bool MayBeOne(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal)
        || other.StartsWith(one, StringComparison.Ordinal)
        || EndsAs(one, other)
        || EndsAs(other, one)
        || IsPetNameOf(one, other)
        || IsPetNameOf(other, one)
        || Diminutives.Link(one, other);

    /// <summary>Danny is Daniel: a doubled consonant and -y or -ie after the name's beginning.</summary>
    private static bool IsPetNameOf(string pet, string name)
    {
        var stem = pet.EndsWith("ie", StringComparison.Ordinal) ? pet[..^2] : pet.TrimEnd('y');
        return stem.Length is var length
            && length > ShortestBeginning
            && length < pet.Length
            && stem[^1] == stem[^2]
            && name.StartsWith(stem[..^1], StringComparison.Ordinal);
    }

    private static bool EndsAs(string name, string end) =>
        end.Length >= ShortestEnd && name.EndsWith(end, StringComparison.Ordinal);

    private static HashSet<string> Words(IEnumerable<string> names) =>
        names
            .SelectMany(name => Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                plain.Append(Rune.ToLowerInvariant(rune));
            else if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && rune.Value != '\''
            )
                plain.Append(' ');
        return plain.ToString();
    }
}
