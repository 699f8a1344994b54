using System.Text.RegularExpressions;
using System.Xml.Linq;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>Reads a point in time as HL7 version 3 writes it, <c>20261118071400+0000</c>, as precise as it is.</summary>
internal static partial class ClinicalTime
{
    /// <summary>The time as clinicians read it; what is no time stands as it came.</summary>
    public static string Of(XElement? time)
    {
        if (time?.Attribute("value")?.Value is not { Length: > 0 } text)
            return ClinicalDate.NotRecorded;
        if (Point().Match(text) is not { Success: true } match)
            return text;
        var iso = match.Groups["year"].Value;
        foreach (var part in new[] { "month", "day" })
            if (match.Groups[part] is { Success: true } group)
                iso += $"-{group.Value}";
        if (match.Groups["hour"].Success && match.Groups["zone"].Success)
            iso +=
                $"T{match.Groups["hour"].Value}:{match.Groups["minute"].Value}:00{match.Groups["zone"].Value.Insert(3, ":")}";
        return ClinicalDate.DayAndTime(PartialDate.Parse(iso));
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})((?<month>\d\d)((?<day>\d\d)((?<hour>\d\d)(?<minute>\d\d)(\d\d(\.\d+)?)?(?<zone>[+-]\d{4})?)?)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Point();
}
