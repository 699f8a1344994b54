using System.Text.Json;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Where the parts of an EHR's authorization server are, every one of them on a host of the EHR's.</summary>
internal sealed record SmartMetadata
{
    private const string Issuer = "issuer";
    private const string Keys = "jwks_uri";

    /// <summary>Where the user is sent.</summary>
    public required Uri Authorize { get; init; }

    /// <summary>Where codes and refresh tokens are exchanged.</summary>
    public required Uri Token { get; init; }

    /// <summary>Where the keys of its id_tokens are.</summary>
    public required Uri KeySet { get; init; }

    /// <summary>Where tokens can be ended; null where they cannot.</summary>
    public required Uri? Revoke { get; init; }

    /// <summary>Whether its answers name it (RFC 9207); one that does not is then from someone else.</summary>
    public required bool NamesItself { get; init; }

    /// <summary>Whether a SMART configuration leaves to OpenID Connect's what an id_token is checked by.</summary>
    public static bool IsIncomplete(JsonElement configuration) =>
        configuration.Text(Issuer) is null || configuration.Text(Keys) is null;

    /// <summary>Reads the configuration of a server.</summary>
    /// <param name="issuer">Whose it must be.</param>
    /// <param name="smart"><c>.well-known/smart-configuration</c>.</param>
    /// <param name="openId"><c>.well-known/openid-configuration</c>, where it was needed.</param>
    /// <exception cref="SmartLaunchException">It names another issuer, a foreign or open address, or no PKCE by S256.</exception>
    public static SmartMetadata Read(SmartIssuer issuer, JsonElement smart, JsonElement? openId)
    {
        foreach (var named in new[] { smart.Text(Issuer), openId?.Text(Issuer) })
            if (named is not null && SmartAddress.Issuer(named) != issuer.Authority)
                throw Untrusted("metadata names another issuer");
        if ((smart.Text(Issuer) ?? openId?.Text(Issuer)) is null)
            throw Untrusted("metadata names no issuer");
        const string Methods = "code_challenge_methods_supported";
        if (!smart.Texts(Methods).Contains("S256"))
            throw Untrusted("no PKCE by S256");
        return new SmartMetadata
        {
            Authorize = Required("authorization_endpoint", smart),
            Token = Required("token_endpoint", smart),
            KeySet = smart.Text(Keys) is null
                ? Required(Keys, openId ?? smart)
                : Required(Keys, smart),
            Revoke = smart.Text("revocation_endpoint") is null
                ? null
                : Required("revocation_endpoint", smart),
            NamesItself = smart.Flag("authorization_response_iss_parameter_supported") == true,
        };

        Uri Required(string name, JsonElement configuration) =>
            SmartAddress.TryRead(configuration.Text(name), out var address) && issuer.Owns(address)
                ? address
                : throw Untrusted($"{name} is missing, not https or on a foreign host");
    }

    private static SmartLaunchException Untrusted(string detail) =>
        new(SmartRefusals.ServerUntrusted, detail);
}
