namespace HeiChartViewer.Sandbox.Smart;

/// <summary>What the server says of itself.</summary>
internal sealed class SmartDiscovery(SmartAddresses addresses)
{
    /// <summary><c>.well-known/smart-configuration</c>, and for OpenID Connect the same and a little more.</summary>
    public Dictionary<string, object> Configuration() =>
        new()
        {
            ["issuer"] = addresses.Fhir,
            ["jwks_uri"] = addresses.Keys,
            ["authorization_endpoint"] = addresses.Authorize,
            ["token_endpoint"] = addresses.Token,
            ["introspection_endpoint"] = addresses.Introspect,
            ["revocation_endpoint"] = addresses.Revoke,
            ["grant_types_supported"] = new[] { "authorization_code", "refresh_token" },
            ["response_types_supported"] = new[] { "code" },
            ["scopes_supported"] = Scopes.Supported,
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["authorization_response_iss_parameter_supported"] = true,
            ["token_endpoint_auth_methods_supported"] = new[]
            {
                "none",
                "client_secret_basic",
                "client_secret_post",
                "private_key_jwt",
            },
            ["token_endpoint_auth_signing_alg_values_supported"] = new[] { "RS384", "ES384" },
            ["capabilities"] = new[]
            {
                "launch-ehr",
                "launch-standalone",
                "authorize-post",
                "client-public",
                "client-confidential-symmetric",
                "client-confidential-asymmetric",
                "sso-openid-connect",
                "context-banner",
                "context-style",
                "context-ehr-patient",
                "context-ehr-encounter",
                "context-standalone-patient",
                "context-standalone-encounter",
                "permission-offline",
                "permission-online",
                "permission-patient",
                "permission-user",
                "permission-v1",
                "permission-v2",
            },
        };

    public Dictionary<string, object> OpenId() =>
        new(Configuration())
        {
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
            ["claims_supported"] = new[]
            {
                "iss",
                "sub",
                "aud",
                "iat",
                "exp",
                "nonce",
                "name",
                "fhirUser",
            },
        };
}
