namespace HealtheIntent.Client.Paging;

/// <summary>The links of a list. They are absolute and carry the whole query (contract 8.1).</summary>
internal static class PageLink
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
}
