using System.Globalization;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>The words of a search: every one of them must occur, in any order, whatever their case and accents.</summary>
public sealed class SoughtWords
{
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;
    private const CompareOptions Loosely =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private readonly IReadOnlyList<string> _words;

    private SoughtWords(IReadOnlyList<string> words) => _words = words;

    /// <summary>Reads what somebody typed.</summary>
    public static SoughtWords In(string typed) =>
        new([
            .. typed
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ]);

    /// <summary>Whether every word occurs in one of the texts; with no words nothing is found.</summary>
    public bool AllOccurIn(IReadOnlyList<string> texts) =>
        _words.Count > 0 && _words.All(word => texts.Any(text => Occurs(text, word)));

    /// <summary>How many of the words occur in a text.</summary>
    public int CountIn(string text) => _words.Count(word => Occurs(text, word));

    /// <summary>A text cut into what was sought and what was not, about the first place where it occurs; null where it does not.</summary>
    /// <param name="text">The text, as the source wrote it.</param>
    /// <param name="around">How many characters to keep on either side of the place.</param>
    public IReadOnlyList<ExcerptPart>? Excerpt(string text, int around = 60)
    {
        if (!_words.Any(word => Occurs(text, word)))
            return null;
        var places = _words
            .SelectMany(word => Places(text, word))
            .OrderBy(place => place.Start)
            .ToList();
        if (places.Count == 0)
            return null;
        var from = Whole(text, Math.Max(0, places[0].Start - around));
        var to = Whole(text, Math.Min(text.Length, places[0].End + around));
        var parts = new List<ExcerptPart>();
        Add(from > 0 ? "…" : "", false);
        var at = from;
        foreach (var place in places.Where(place => place.End <= to))
        {
            if (place.Start < at)
                continue;
            Add(text[at..place.Start], false);
            Add(text[place.Start..place.End], true);
            at = place.End;
        }
        Add(text[at..to], false);
        Add(to < text.Length ? "…" : "", false);
        return parts;

        void Add(string part, bool isSought)
        {
            if (part.Length > 0)
                parts.Add(new ExcerptPart(part, isSought));
        }
    }

    private static IEnumerable<(int Start, int End)> Places(string text, string word)
    {
        for (var at = 0; at < text.Length; )
        {
            var start = Compare.IndexOf(text.AsSpan(at), word, Loosely, out var length);
            if (start < 0 || length == 0)
                yield break;
            yield return (at + start, at + start + length);
            at += start + length;
        }
    }

    private static bool Occurs(string text, string word) =>
        // Of plain letters and figures the two mean the same, and comparing by the rules of languages takes ten times as long.
        IsPlain(text) && IsPlain(word)
            ? text.Contains(word, StringComparison.OrdinalIgnoreCase)
            : Compare.IndexOf(text, word, Loosely) >= 0;

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Half a character is none.</summary>
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}

/// <summary>A piece of a quoted text.</summary>
/// <param name="Text">The piece, as the source wrote it.</param>
/// <param name="IsSought">Whether it is what was sought.</param>
public sealed record ExcerptPart(string Text, bool IsSought);
