namespace HeiChartViewer.Web.Language;

/// <summary>Words that are said later, to whoever reads then: for what is made once and serves every reader.</summary>
public readonly record struct Phrase
{
    private readonly string? _english;

    private Phrase(string english) => _english = english;

    /// <summary>The phrase as it is written in the source: the same for every reader.</summary>
    public string English => _english ?? "";

    /// <summary>A phrase, written in British English.</summary>
    public static Phrase Of(string english) => new(english);

    /// <summary>The words in the reader's language.</summary>
    public override string ToString() => _english is null ? "" : Vocabulary.Translate(_english);
}
