using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// How far a result is from what is expected. The source's own word comes first; only where it is silent is the
/// value compared with its own reference range, and then it says "computed".
/// </summary>
/// <param name="Level">The direction.</param>
/// <param name="Code">The code to show, such as <c>H</c>, as the source wrote it.</param>
/// <param name="IsComputed">Whether the viewer worked it out.</param>
public sealed record ResultFlag(ResultLevel Level, string Code, bool IsComputed)
{
    private static readonly Dictionary<string, ResultLevel> Levels = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["N"] = ResultLevel.Normal,
        ["NORMAL"] = ResultLevel.Normal,
        ["H"] = ResultLevel.High,
        ["HU"] = ResultLevel.High,
        ["HIGH"] = ResultLevel.High,
        ["HH"] = ResultLevel.CriticalHigh,
        ["CRITICAL HIGH"] = ResultLevel.CriticalHigh,
        ["L"] = ResultLevel.Low,
        ["LU"] = ResultLevel.Low,
        ["LOW"] = ResultLevel.Low,
        ["LL"] = ResultLevel.CriticalLow,
        ["CRITICAL LOW"] = ResultLevel.CriticalLow,
        ["A"] = ResultLevel.Abnormal,
        ["ABNORMAL"] = ResultLevel.Abnormal,
        ["AA"] = ResultLevel.Critical,
        ["CRITICAL ABNORMAL"] = ResultLevel.Critical,
    };

    /// <summary>The flag of a result; null where the source gave none and none can be computed: that is not "normal".</summary>
    public static ResultFlag? Of(Observation observation) =>
        FromSource(observation.Interpretation) ?? Computed(observation);

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

    /// <summary>The level in words, for those who hear the page.</summary>
    public string Words =>
        Level switch
        {
            ResultLevel.Normal => Say("normal"),
            ResultLevel.High => Say("high"),
            ResultLevel.CriticalHigh => Say("critically high"),
            ResultLevel.Low => Say("low"),
            ResultLevel.CriticalLow => Say("critically low"),
            ResultLevel.Abnormal => Say("abnormal"),
            ResultLevel.Critical => Say("critically abnormal"),
            _ => Say("flagged in words this viewer does not know"),
        };

    /// <summary>Whether a reader has to look; a flag nobody knows may be one.</summary>
    public bool IsAbnormal => Level != ResultLevel.Normal;

    private static ResultFlag? FromSource(CodeableConcept? interpretation)
    {
        var words = Statuses.Words(interpretation).ToList();
        if (words.Count == 0)
            return null;
        var known = words.Where(Levels.ContainsKey).Select(word => Levels[word]).ToList();
        if (known.Count == 0)
            return new ResultFlag(ResultLevel.Unknown, words[0], false);
        // Text, standard and source coding may differ; the gravest is the one not to miss.
        var level = known.MaxBy(Gravity);
        return new ResultFlag(level, CodeOf(level), false);
    }

    private static ResultFlag? Computed(Observation observation)
    {
        if (
            observation.Value
            is not ObservationValue.Measured { Quantity: { Number: { } number } quantity }
        )
            return null;
        var (low, high) = ResultRange.Of(observation);
        // "<5" lies below any bound above 5, and ">5" above any below; otherwise a comparator leaves it open.
        var (isBelow, isAbove) = quantity.Comparator switch
        {
            null or "" => (number < low, number > high),
            "<" or "<=" => (number <= low, false),
            ">" or ">=" => (false, number >= high),
            _ => (false, false),
        };
        if (isBelow)
            return new ResultFlag(ResultLevel.Low, "L", true);
        if (isAbove)
            return new ResultFlag(ResultLevel.High, "H", true);
        return (low ?? high) is not null && string.IsNullOrEmpty(quantity.Comparator)
            ? new ResultFlag(ResultLevel.Normal, "N", true)
            : null;
    }

    private static int Gravity(ResultLevel level) =>
        level switch
        {
            ResultLevel.Normal => 0,
            ResultLevel.Abnormal => 1,
            ResultLevel.High or ResultLevel.Low => 2,
            _ => 3,
        };

    private static string CodeOf(ResultLevel level) =>
        level switch
        {
            ResultLevel.High => "H",
            ResultLevel.CriticalHigh => "HH",
            ResultLevel.Low => "L",
            ResultLevel.CriticalLow => "LL",
            ResultLevel.Abnormal => "A",
            ResultLevel.Critical => "AA",
            _ => "N",
        };
}

/// <summary>The levels of a result's flag.</summary>
public enum ResultLevel
{
    /// <summary>As expected.</summary>
    Normal,

    /// <summary>Above the range.</summary>
    High,

    /// <summary>Dangerously above.</summary>
    CriticalHigh,

    /// <summary>Below the range.</summary>
    Low,

    /// <summary>Dangerously below.</summary>
    CriticalLow,

    /// <summary>Not as expected, without a direction.</summary>
    Abnormal,

    /// <summary>Dangerously not as expected.</summary>
    Critical,

    /// <summary>Flagged by the source in words this viewer does not know.</summary>
    Unknown,
}
