using System.Text.RegularExpressions;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// Normalises the local patient id of a launch. Millennium hands numbers over as floats (<c>12345.00</c>) and wraps
/// strings in carets (<c>^12345^</c>) (contract 9); HealtheIntent knows the id without either.
/// </summary>
public static partial class LocalPersonId
{
    /// <summary>The longest id that is still plausible; HealtheIntent states no bound (contract 1.5).</summary>
    public const int MaxLength = 64;

    /// <summary>Reads an id as the EHR wrote it.</summary>
    /// <returns>The id without Millennium's wrapping, or null where it is not a plausible id.</returns>
    public static string? Normalise(string text)
    {
        var id = Carets.TakenOff(text);
        if (WholeNumberAsFloat().IsMatch(id))
            id = id[..id.IndexOf('.', StringComparison.Ordinal)];
        return Plausible().IsMatch(id) ? id : null;
    }

    [GeneratedRegex(@"^[0-9]+\.0+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumberAsFloat();

    /// <summary>
    /// ASCII letters and digits, joined by single dots, dashes, underscores or colons: nothing that a path, a query
    /// or a look-alike script could use. A lone zero is what Millennium sends when no patient is open.
    /// </summary>
    [GeneratedRegex(
        @"^(?!0+\z)(?=.{1,64}\z)[A-Za-z0-9]+(?:[-_.:][A-Za-z0-9]+)*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plausible();
}
