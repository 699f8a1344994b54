using System.Diagnostics.CodeAnalysis;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Reads the addresses of EHRs and of their servers.</summary>
internal static class SmartAddress
{
    /// <summary>An absolute address over https; plain http never leaves the machine.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0
        && (
            address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        );

    /// <summary>An issuer is the same with and without the slash at its end; nothing else is forgiven.</summary>
    public static string Issuer(string text) => text.TrimEnd('/');
}
