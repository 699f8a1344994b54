using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>The parameters of a request by their exact names, decoded, wherever they were put (RFC 5849, 3.4.1.3.1).</summary>
internal sealed class OAuthParameters
{
    private const string Scheme = "OAuth ";

    private readonly List<KeyValuePair<string, string>> _all = [];

    /// <summary>Every parameter but the realm, in the order of the request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    /// <summary>The value of a parameter; null when it is absent or empty.</summary>
    public string? this[string name] =>
        _all.Find(parameter => parameter.Key == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>The protocol parameters that were given more than once.</summary>
    public IEnumerable<string> Doubled =>
        _all.Select(parameter => parameter.Key)
            .Where(name => name.Contains("oauth_", StringComparison.Ordinal))
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    public static bool IsOAuth([NotNullWhen(true)] string? header) =>
        header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the parameters of a query or of a form.</summary>
    public OAuthParameters AddForm(string? form)
    {
        foreach (var pair in new QueryStringEnumerable(form))
            _all.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return this;
    }

    /// <summary>Adds the parameters of an Authorization header; quotes may be left out (contract 2.3).</summary>
    public OAuthParameters AddHeader(string header)
    {
        foreach (var part in header[Scheme.Length..].Split(','))
        {
            if (part.Split('=', 2) is not [var name, var value])
                continue;
            name = Uri.UnescapeDataString(name.Trim());
            if (name != "realm")
                _all.Add(new(name, Uri.UnescapeDataString(value.Trim().Trim('"'))));
        }
        return this;
    }
}
