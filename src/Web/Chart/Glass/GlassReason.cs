namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>Why somebody breaks the glass.</summary>
/// <param name="Code">The reason's word in the audit log.</param>
/// <param name="Words">Its words on the screen.</param>
public sealed record GlassReason(string Code, Phrase Words)
{
    /// <summary>How many characters a reason in one's own words has at least (control 64).</summary>
    public const int ShortestWords = 10;

    /// <summary>How many it has at most.</summary>
    public const int LongestWords = 500;

    /// <summary>The patient cannot wait.</summary>
    public static GlassReason Emergency { get; } =
        new("emergency", Phrase.Of("Emergency treatment"));

    /// <summary>The reader is treating the patient.</summary>
    public static GlassReason Treatment { get; } =
        new("treatment", Phrase.Of("I am treating this patient and need this for it"));

    /// <summary>The patient has asked for it.</summary>
    public static GlassReason Consent { get; } =
        new("consent", Phrase.Of("The patient has agreed"));

    /// <summary>Something else, in the reader's own words.</summary>
    public static GlassReason Other { get; } = new("other", Phrase.Of("Another reason"));

    /// <summary>All reasons.</summary>
    public static IReadOnlyList<GlassReason> All { get; } = [Emergency, Treatment, Consent, Other];

    /// <summary>Whether this, with these words, is a reason.</summary>
    public bool IsGiven(string? words) =>
        (words?.Trim().Length ?? 0) is var length
        && length <= LongestWords
        && (this != Other || length >= ShortestWords);
}
