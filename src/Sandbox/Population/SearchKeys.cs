using System.Globalization;
using System.Text;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// What somebody can be found by: what all sources say, folded once and said once. It is all that a search holds of
/// people whose charts nobody has opened.
/// </summary>
internal sealed class SearchKeys
{
    /// <summary>A line for each name, a blank before each word.</summary>
    private readonly string _names;
    private readonly string[] _birthDates;
    private readonly string[] _sexes;
    private readonly string[] _telephones;
    private readonly (string System, string Value)[] _aliases;

    private SearchKeys(IReadOnlyList<Demographic> records)
    {
        _names = string.Join(
            '\n',
            records
                .SelectMany(record => record.Names)
                .Select(name => string.Concat(Words(name).Select(word => $" {word}")))
                .Distinct()
        );
        _birthDates = [.. records.Select(record => record.BirthDate).OfType<string>().Distinct()];
        _sexes = [.. records.Select(record => record.BirthSex).OfType<string>().Distinct()];
        _telephones =
        [
            .. records
                .SelectMany(record => record.Telecoms ?? [])
                .Select(telecom => Digits(telecom.Value))
                .Distinct(),
        ];
        _aliases =
        [
            .. records
                .SelectMany(record => record.Aliases ?? [])
                .Select(alias => (alias.System, alias.Value))
                .Distinct(),
        ];
    }

    public static SearchKeys Of(IReadOnlyList<Demographic> records) => new(records);

    /// <summary>Whether words of one name begin with each of these.</summary>
    public bool HasName(IReadOnlyList<string> beginnings)
    {
        foreach (var line in _names.AsSpan().Split('\n'))
            if (All(_names.AsSpan(line), beginnings))
                return true;
        return false;

        static bool All(ReadOnlySpan<char> name, IReadOnlyList<string> beginnings)
        {
            foreach (var beginning in beginnings)
                if (!Has(name, beginning))
                    return false;
            return true;
        }

        static bool Has(ReadOnlySpan<char> name, string beginning)
        {
            for (
                var at = name.IndexOf(beginning, StringComparison.Ordinal);
                at >= 0;
                at = Next(name, beginning, at + 1)
            )
                if (at > 0 && name[at - 1] == ' ')
                    return true;
            return false;
        }

        static int Next(ReadOnlySpan<char> name, string beginning, int from)
        {
            var at = name[from..].IndexOf(beginning, StringComparison.Ordinal);
            return at < 0 ? -1 : from + at;
        }
    }

    public bool WasBornOn(string date) => _birthDates.Contains(date);

    /// <summary>Whether a source has this sex on file.</summary>
    public bool IsOf(string sex) => _sexes.Contains(sex, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a telephone number has these digits.</summary>
    public bool HasTelephone(string digits) => _telephones.Contains(digits);

    public bool HasAlias(string value, string? system) =>
        Array.Exists(
            _aliases,
            alias => alias.Value == value && (system is null || alias.System == system)
        );

    /// <summary>The words of a name, without case and without accents.</summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Wellformed(name).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && word.Length > 0
            )
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    public static string Digits(string text) => new(text.Where(char.IsAsciiDigit).ToArray());

    private static List<string> Words(HumanName name) =>
        Words($"{string.Join(' ', name.GivenNames)} {string.Join(' ', name.FamilyNames)}");

    // Half a surrogate pair cannot be normalised.
    private static string Wellformed(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
