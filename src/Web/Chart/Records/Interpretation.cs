namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// What a code says of a result: HL7 v2 table 0078 and HL7 v3 ObservationInterpretation, with the words that sources send
/// in place of a code.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="Level">How far the result is from what is expected, where the code says so.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Words">What HL7 and sources call it.</param>
public sealed record Interpretation(
    string Code,
    ResultLevel Level,
    Phrase Meaning,
    IReadOnlyList<string> Words
)
{
    private static readonly Dictionary<string, Interpretation> ByWord = All()
        .SelectMany(
            one => one.Words.Prepend(one.Code).Append(one.Meaning.English),
            (one, word) => (Word: word, Interpretation: one)
        )
        .DistinctBy(one => one.Word, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(one => one.Word, one => one.Interpretation, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a code or a word means; null where this viewer does not know it.</summary>
    public static Interpretation? Of(string word) => ByWord.GetValueOrDefault(word.Trim());

    private static Interpretation[] All() =>
        [
            new("N", ResultLevel.Normal, Phrase.Of("normal"), []),
            new("H", ResultLevel.High, Phrase.Of("high"), ["above high normal"]),
            new("HU", ResultLevel.High, Phrase.Of("significantly high"), ["H>"]),
            new("HX", ResultLevel.High, Phrase.Of("above high threshold"), []),
            new(
                ">",
                ResultLevel.High,
                Phrase.Of("above what the method can measure"),
                ["off scale high", "above absolute high-off instrument scale"]
            ),
            new(
                "HH",
                ResultLevel.CriticalHigh,
                Phrase.Of("critically high"),
                ["critical high", "above upper panic limits"]
            ),
            new("L", ResultLevel.Low, Phrase.Of("low"), ["below low normal"]),
            new("LU", ResultLevel.Low, Phrase.Of("significantly low"), ["L<"]),
            new("LX", ResultLevel.Low, Phrase.Of("below low threshold"), []),
            new(
                "<",
                ResultLevel.Low,
                Phrase.Of("below what the method can measure"),
                ["off scale low", "below absolute low-off instrument scale"]
            ),
            new(
                "LL",
                ResultLevel.CriticalLow,
                Phrase.Of("critically low"),
                ["critical low", "below lower panic limits"]
            ),
            new("A", ResultLevel.Abnormal, Phrase.Of("abnormal"), []),
            new("EX", ResultLevel.Abnormal, Phrase.Of("outside threshold"), []),
            new(
                "AA",
                ResultLevel.Critical,
                Phrase.Of("critically abnormal"),
                ["critical abnormal", "very abnormal"]
            ),
            Finding("POS", Phrase.Of("positive")),
            Finding("NEG", Phrase.Of("negative")),
            Finding("DET", Phrase.Of("detected")),
            Finding("ND", Phrase.Of("not detected")),
            Finding("IND", Phrase.Of("indeterminate")),
            Finding("E", Phrase.Of("equivocal")),
            Finding("RR", Phrase.Of("reactive")),
            Finding("WR", Phrase.Of("weakly reactive")),
            Finding("NR", Phrase.Of("not reactive"), "non-reactive", "nonreactive"),
            Finding("S", Phrase.Of("susceptible"), "sensitive"),
            Finding(
                "SDD",
                Phrase.Of("susceptible, depending on dose"),
                "susceptible-dose dependent"
            ),
            Finding("MS", Phrase.Of("moderately susceptible")),
            Finding("VS", Phrase.Of("very susceptible")),
            Finding("NS", Phrase.Of("not susceptible"), "non-susceptible"),
            Finding("I", Phrase.Of("intermediate")),
            Finding("R", Phrase.Of("resistant")),
            Finding("SYN-S", Phrase.Of("synergy: susceptible"), "synergy - susceptible"),
            Finding("SYN-R", Phrase.Of("synergy: resistant"), "synergy - resistant"),
            Finding("NCL", Phrase.Of("no defined breakpoint"), "no CLSI defined breakpoint"),
            Finding("B", Phrase.Of("better")),
            Finding("W", Phrase.Of("worse")),
            Finding("U", Phrase.Of("significant change upwards"), "significant change up"),
            Finding("D", Phrase.Of("significant change downwards"), "significant change down"),
            Finding("EXP", Phrase.Of("expected")),
            Finding("UNE", Phrase.Of("unexpected")),
            Finding("CAR", Phrase.Of("carrier")),
            Finding("AC", Phrase.Of("anti-complementary substances present")),
            Finding("TOX", Phrase.Of("cytotoxic substance present")),
            Finding("null", Phrase.Of("no normal range applies")),
            // What the source itself does not stand by is to be looked at.
            new("IE", ResultLevel.Unknown, Phrase.Of("insufficient evidence"), []),
            new("QCF", ResultLevel.Unknown, Phrase.Of("quality control failure"), []),
            new(
                "HM",
                ResultLevel.Unknown,
                Phrase.Of("held for medical review"),
                ["hold for medical review"]
            ),
        ];

    private static Interpretation Finding(string code, Phrase meaning, params string[] words) =>
        new(code, ResultLevel.Finding, meaning, words);
}
