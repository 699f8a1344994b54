namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Tells what a token is good for, and ends it (RFC 7662, RFC 7009).</summary>
internal sealed class TokenCare(
    ClientAuthentication authentication,
    SmartStores stores,
    SmartAddresses addresses
)
{
    public async Task<IResult> IntrospectAsync(HttpContext http)
    {
        // A public client proves nothing: it may not try tokens out.
        var (client, token) = await ReadAsync(http);
        if (client is not { Kind: not SmartClientKind.Public })
            return OAuthError.InvalidClient.ToResult(http);
        if ((stores.FindAccessToken(token) ?? stores.FindRefreshToken(token)) is not { } issued)
            return Results.Json(new { active = false });
        var context = issued.Grant.Context;
        var answer = new Dictionary<string, object>
        {
            ["active"] = true,
            ["scope"] = issued.Scopes.ToString(),
            ["client_id"] = issued.Grant.Client.Id,
            ["iss"] = addresses.Fhir,
            ["aud"] = addresses.Fhir,
            ["iat"] = issued.Issued.ToUnixTimeSeconds(),
            ["exp"] = issued.Ends.ToUnixTimeSeconds(),
            ["sub"] = context.Session.Clinician.Id,
            ["fhirUser"] = addresses.Practitioner(context.Session.Clinician),
        };
        if (context.Patient is { } patient)
            answer["patient"] = patient.PersonId;
        return Results.Json(answer);
    }

    public async Task<IResult> RevokeAsync(HttpContext http)
    {
        var (client, token) = await ReadAsync(http);
        if (client is null)
            return OAuthError.InvalidClient.ToResult(http);
        if (stores.FindRefreshToken(token) is { } refresh && refresh.Grant.Client == client)
            refresh.Grant.Revoke();
        else if (stores.FindAccessToken(token) is { } access && access.Grant.Client == client)
            stores.AccessTokens.Take(token);
        // Another app's token, or none: the answer does not tell.
        return Results.Ok();
    }

    private async Task<(SmartClientOptions? Client, string? Token)> ReadAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
            return (null, null);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return (
            await authentication.AuthenticateAsync(http, form),
            ClientAuthentication.Single(form, "token")
        );
    }
}
