namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The text that a request's signature is made of (RFC 5849, 3.4.1).</summary>
internal static class SignatureBase
{
    /// <param name="method">The request's method.</param>
    /// <param name="address">Its address; the parameters of the query are part of the text.</param>
    /// <param name="parameters">Those of the header and of a form in the body; the signature itself is left out.</param>
    public static string Of(
        HttpMethod method,
        Uri address,
        IEnumerable<OAuthParameter> parameters
    ) =>
        string.Join(
            '&',
            method.Method.ToUpperInvariant(),
            PercentEncoding.Encode(Place(address)),
            PercentEncoding.Encode(
                Normalise(OAuthParameter.OfForm(address.Query.TrimStart('?')).Concat(parameters))
            )
        );

    private static string Place(Uri address)
    {
        var host = address.HostNameType is UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        var port = address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}");
        return $"{address.Scheme}://{host}{port}{address.AbsolutePath}";
    }

    private static string Normalise(IEnumerable<OAuthParameter> parameters) =>
        string.Join(
            '&',
            parameters
                .Where(parameter => parameter.EncodedName != "oauth_signature")
                .OrderBy(parameter => parameter.EncodedName, StringComparer.Ordinal)
                .ThenBy(parameter => parameter.EncodedValue, StringComparer.Ordinal)
                .Select(parameter => $"{parameter.EncodedName}={parameter.EncodedValue}")
        );
}
