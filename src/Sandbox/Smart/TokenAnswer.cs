using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>What the token endpoint answers: tokens, identity and launch context (SMART App Launch 2.2).</summary>
internal sealed class TokenAnswer(
    SmartStores stores,
    SmartAddresses addresses,
    SigningKey key,
    SmartConduct conduct,
    Worklist worklist,
    SandboxOptions options
)
{
    public const string Intent = "longitudinal-record";

    private static readonly TimeSpan IdTokenLife = TimeSpan.FromMinutes(10);

    /// <summary>The answer to a code.</summary>
    public Dictionary<string, object> First(AuthorizationGrant grant)
    {
        var answer = Next(grant, grant.Scopes, grant.Scopes);
        if (grant.Scopes.Has(Scopes.OpenId))
            answer["id_token"] = IdToken(grant);
        return answer;
    }

    /// <summary>The answer to a refresh token; a narrower access token does not narrow what refreshes it.</summary>
    public Dictionary<string, object> Next(
        AuthorizationGrant grant,
        Scopes scopes,
        Scopes refreshed
    )
    {
        var answer = new Dictionary<string, object>
        {
            ["access_token"] = stores.OpenAccessToken(grant, scopes),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)SmartStores.AccessLife.TotalSeconds,
            ["scope"] = scopes.ToString(),
        };
        if (grant.Scopes.IsRefreshable)
            answer["refresh_token"] = stores.OpenRefreshToken(grant, refreshed);
        if (grant.Scopes.Has(Scopes.OnlineAccess))
            answer["active_ttl"] = (int)grant.Context.Session.ActiveLeft(stores.Now).TotalSeconds;
        AddContext(answer, grant.Context);
        return answer;
    }

    private void AddContext(Dictionary<string, object> answer, SmartContext context)
    {
        answer["need_patient_banner"] = !context.IsFramed;
        answer["smart_style_url"] = addresses.Style;
        answer["tenant"] = options.Tenant;
        if (context.IsFramed)
            answer["intent"] = Intent;
        if (context.Patient is not { } patient)
            return;
        answer["fhirContext"] = new object[]
        {
            new
            {
                type = "Organization",
                identifier = new
                {
                    system = SandboxOptions.SmartDataPartitionSystem,
                    value = patient.Partition.Id,
                },
            },
        };
        if (conduct.Is(SmartMisbehaviour.MissingPatient))
            return;
        answer["patient"] = conduct.Is(SmartMisbehaviour.OtherPatient)
            ? worklist
                .Rows.FirstOrDefault(row =>
                    row.Source.Partition == patient.Partition && row.Source != patient
                )
                ?.Source.PersonId
                ?? Worklist.NobodysPersonId
            : patient.PersonId;
        if (context.EncounterId is { } encounter)
            answer["encounter"] = encounter;
    }

    private string IdToken(AuthorizationGrant grant)
    {
        var clinician = grant.Context.Session.Clinician;
        var issued = conduct.Is(SmartMisbehaviour.ExpiredIdToken)
            ? stores.Now - TimeSpan.FromHours(1)
            : stores.Now;
        var claims = new Dictionary<string, object>
        {
            ["iss"] = conduct.Is(SmartMisbehaviour.WrongIssuer)
                ? "https://issuer.example.org"
                : addresses.Fhir,
            ["aud"] = conduct.Is(SmartMisbehaviour.WrongAudience) ? "another-app" : grant.Client.Id,
            ["sub"] = clinician.Id,
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = (issued + IdTokenLife).ToUnixTimeSeconds(),
            ["name"] = clinician.Name,
        };
        if (grant.Scopes.Has(Scopes.FhirUser))
            claims["fhirUser"] = addresses.Practitioner(clinician);
        if (grant.Nonce is { } nonce)
            claims["nonce"] = conduct.Is(SmartMisbehaviour.WrongNonce) ? RandomToken.Next() : nonce;
        return key.Sign(
            claims,
            "JWT",
            conduct.Current switch
            {
                SmartMisbehaviour.BadSignature => SignatureFlaw.BadSignature,
                SmartMisbehaviour.UnknownKey => SignatureFlaw.UnknownKey,
                SmartMisbehaviour.AlgNone => SignatureFlaw.Unsigned,
                _ => SignatureFlaw.None,
            }
        );
    }
}
