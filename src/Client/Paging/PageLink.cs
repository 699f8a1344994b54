using System.Globalization;
using System.Text.RegularExpressions;

namespace HealtheIntent.Client.Paging;

/// <summary>The links of a list. They are absolute and carry the whole query (contract 8.1).</summary>
internal static partial class PageLink
{
    private const string PatientsSegment = "patients/";

    /// <summary>The link as an address; null when there is none, which null and empty text say too.</summary>
    public static Uri? Read(string? link, string path, FailedCall call)
    {
        if (string.IsNullOrWhiteSpace(link))
            return null;
        return Uri.TryCreate(link, UriKind.Absolute, out var address) && address.UserInfo is ""
            ? address
            : throw new ContractViolationException(call, "a link is not an address.", path);
    }

    /// <summary>Whether a link stays at the same host, and with the same patient, as the request.</summary>
    public static bool IsSameList(Uri link, Uri first) =>
        Uri.Compare(
            link,
            first,
            UriComponents.SchemeAndServer,
            UriFormat.UriEscaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0
        && Uri.Compare(
            link,
            first,
            UriComponents.Path,
            UriFormat.SafeUnescaped,
            StringComparison.Ordinal
        ) == 0;

    /// <summary>The offset an address asks for; <paramref name="otherwise"/> when it names none that is a number.</summary>
    public static long OffsetOf(Uri address, long otherwise) =>
        OffsetParameter().Match(address.Query) is { Success: true } match
        && long.TryParse(
            match.Groups["number"].ValueSpan,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var offset
        )
            ? offset
            : otherwise;

    /// <summary>The same address at another offset.</summary>
    public static Uri AtOffset(Uri address, long offset) =>
        new(
            OffsetParameter()
                .Replace(
                    address.AbsoluteUri,
                    match => FormattableString.Invariant($"{match.Groups["before"]}{offset}")
                )
        );

    /// <summary>The patient a link's path names; null when it names none.</summary>
    public static string? PatientOf(string? link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address))
            return null;
        var segments = address.Segments;
        var patients = Array.IndexOf(segments, PatientsSegment);
        return patients >= 0 && patients + 1 < segments.Length
            ? Uri.UnescapeDataString(segments[patients + 1].TrimEnd('/'))
            : null;
    }

    [GeneratedRegex("(?<before>[?&]offset=)(?<number>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetParameter();
}
