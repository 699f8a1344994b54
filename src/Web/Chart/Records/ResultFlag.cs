using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// How far a result is from what is expected. The source's own word comes first; only where it is silent is the
/// value compared with its own reference range, and then it says "computed".
/// </summary>
/// <param name="Level">The direction.</param>
/// <param name="Code">The code to show, such as <c>H</c>; what this viewer does not know, as the source wrote it.</param>
/// <param name="Meaning">What the code means.</param>
/// <param name="IsComputed">Whether the viewer worked it out.</param>
public sealed record ResultFlag(ResultLevel Level, string Code, Phrase Meaning, bool IsComputed)
{
    /// <summary>
    /// The flag of a result; null where the source gave none and none can be computed: that is not "normal". Of a result in
    /// parts the gravest, for that is the one not to miss.
    /// </summary>
    public static ResultFlag? Of(Observation result) =>
        result.Components.Count == 0
            ? OfOne(result)
            : ResultPart
                .Of(result)
                .Select(part => OfOne(part.Result))
                .OfType<ResultFlag>()
                .MaxBy(flag => Gravity(flag.Level));

    /// <summary>The sign that goes with the level, so that the flag does not rest on colour.</summary>
    public string Mark =>
        Level switch
        {
            ResultLevel.High => "▲",
            ResultLevel.CriticalHigh => "▲▲",
            ResultLevel.Low => "▼",
            ResultLevel.CriticalLow => "▼▼",
            ResultLevel.Abnormal => "◆",
            ResultLevel.Critical => "◆◆",
            ResultLevel.Unknown => "?",
            _ => "",
        };

    /// <summary>The flag in words, for those who hear the page; one that was worked out says so.</summary>
    public string Words => IsComputed ? $"{Meaning}, {Say("computed")}" : $"{Meaning}";

    /// <summary>Whether a reader has to look; a flag nobody knows may be one.</summary>
    public bool IsAbnormal => Level is not (ResultLevel.Normal or ResultLevel.Finding);

    private static ResultFlag? OfOne(Observation result) =>
        FromSource(result.Interpretation) ?? Computed(result);

    private static ResultFlag? FromSource(CodeableConcept? interpretation)
    {
        // Text, standard and source coding may differ; the gravest is the one not to miss.
        var (first, gravest) = ((string?)null, (Interpretation?)null);
        foreach (var word in Statuses.Words(interpretation))
        {
            if (word.Length == 0)
                continue;
            first ??= word;
            if (
                Interpretation.Of(word) is { } known
                && (gravest is null || Gravity(known.Level) > Gravity(gravest.Level))
            )
                gravest = known;
        }
        return (first, gravest) switch
        {
            (null, _) => null,
            (_, { } known) => Said(known, isComputed: false),
            _ => new(
                ResultLevel.Unknown,
                first,
                Phrase.Of("flagged in words this viewer does not know"),
                false
            ),
        };
    }

    /// <summary>A value says more than itself with a mark before it: it is outside only where all that it may mean is.</summary>
    private static ResultFlag? Computed(Observation result)
    {
        if (
            result.Value
            is not ObservationValue.Measured { Quantity: { Number: { } number } quantity }
        )
            return null;
        var (low, high) = ResultRange.Of(result);
        var under = number < low;
        var over = number > high;
        var (isBelow, isAbove, isWithin) = quantity.Comparator switch
        {
            null or "" => (under, over, (low ?? high) is not null && !under && !over),
            "<" => (number <= low, false, low is null && number <= high),
            "<=" or "≤" => (under, false, low is null && number <= high),
            ">" => (false, number >= high, high is null && number >= low),
            ">=" or "≥" => (false, over, high is null && number >= low),
            _ => (false, false, false),
        };
        var code =
            isBelow ? "L"
            : isAbove ? "H"
            : isWithin ? "N"
            : null;
        return code is null ? null : Said(Interpretation.Of(code)!, isComputed: true);
    }

    private static ResultFlag Said(Interpretation said, bool isComputed) =>
        new(said.Level, said.Code, said.Meaning, isComputed);

    private static int Gravity(ResultLevel level) =>
        level switch
        {
            ResultLevel.Normal => 0,
            ResultLevel.Finding => 1,
            ResultLevel.Unknown => 2,
            ResultLevel.Abnormal => 3,
            ResultLevel.High or ResultLevel.Low => 4,
            _ => 5,
        };
}
