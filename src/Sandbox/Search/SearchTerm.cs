using System.Globalization;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>One of the things that have to be found: a concept by any of its words, or a word (contract 5).</summary>
/// <param name="Asked">What was typed.</param>
/// <param name="Concept">The concept that it means, or null where it is a plain word.</param>
internal sealed record SearchTerm(string Asked, ClinicalConcept? Concept)
{
    private const int LongestPhrase = 4;

    private IReadOnlyList<string> Wanted => Concept is null ? [Asked] : [Asked, .. Concept.Written];

    /// <summary>The terms of a query; the longest phrase that means a concept wins.</summary>
    public static IReadOnlyList<SearchTerm> Of(string query)
    {
        var words = Folding
            .Of(query)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var terms = new List<SearchTerm>();
        for (var i = 0; i < words.Length; )
        {
            var (length, concept) = PhraseAt(words, i);
            terms.Add(new SearchTerm(string.Join(' ', words.Skip(i).Take(length)), concept));
            i += length;
        }
        return [.. terms.Distinct()];
    }

    /// <summary>Where the term stands in a folded text, at the beginning of a word; null where it does not.</summary>
    public (int Start, int Length, bool IsAsAsked)? In(string folded)
    {
        foreach (var wanted in Wanted)
            for (
                var at = folded.IndexOf(wanted, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(wanted, at + 1, StringComparison.Ordinal)
            )
                if (IsWord(folded, at, wanted.Length))
                    return (at, wanted.Length, wanted == Asked);
        return null;
    }

    // What is short has to be a whole word; a longer word may go on, as "diabet" does. Of the scripts without capitals
    // some set no blanks between words, so there any place will do.
    private static bool IsWord(string text, int at, int length) =>
        char.GetUnicodeCategory(text[at]) == UnicodeCategory.OtherLetter
        || (
            (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (
                length > 3 || at + length == text.Length || !char.IsLetterOrDigit(text[at + length])
            )
        );

    private static (int Length, ClinicalConcept? Concept) PhraseAt(string[] words, int start)
    {
        for (var length = Math.Min(LongestPhrase, words.Length - start); length > 0; length--)
        {
            var phrase = string.Join(' ', words.Skip(start).Take(length));
            if (ClinicalConcept.All.FirstOrDefault(x => x.Asked.Contains(phrase)) is { } concept)
                return (length, concept);
        }
        return (1, null);
    }
}
