using System.Globalization;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Web.ClinicalRules;

/// <summary>A rule of showing a record to clinicians.</summary>
/// <param name="Numbers">Its numbers: <c>PAB-0001, PAB-0009 to -0015</c>.</param>
/// <param name="What">What must hold.</param>
internal sealed partial record ClinicalRule(string Numbers, string What)
{
    /// <summary>Why no test is named after it.</summary>
    public string? Not { get; init; }

    /// <summary>Each number alone.</summary>
    public IReadOnlySet<string> All { get; } = Expand(Numbers).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Expand(string numbers)
    {
        foreach (var part in numbers.Split(", "))
        {
            var range = Range().Match(part);
            if (!range.Success)
            {
                yield return part;
                continue;
            }
            var digits = range.Groups["first"].Value;
            var last = int.Parse(range.Groups["last"].Value, CultureInfo.InvariantCulture);
            for (var n = int.Parse(digits, CultureInfo.InvariantCulture); n <= last; n++)
                yield return $"{range.Groups["guide"]}-{n.ToString($"D{digits.Length}", CultureInfo.InvariantCulture)}";
        }
    }

    [GeneratedRegex(@"^(?<guide>[A-Za-z+]+)-(?<first>\d+) to -(?<last>\d+)$")]
    private static partial Regex Range();
}
