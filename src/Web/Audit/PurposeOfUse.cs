using System.Text.RegularExpressions;

namespace HeiChartViewer.Web.Audit;

/// <summary>Why somebody looks, as a code of HL7 PurposeOfUse (v3-ActReason).</summary>
public static partial class PurposeOfUse
{
    /// <summary>Treatment.</summary>
    public const string Treatment = "TREAT";

    /// <summary>Whether a text is written as such a code is.</summary>
    public static bool IsCode(string? text) => text is not null && Code().IsMatch(text);

    [GeneratedRegex("^[A-Z]{2,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
