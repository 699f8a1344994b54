using HeiChartViewer.Web.Security;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// Begins a launch by SMART App Launch 2.2: sends the user to the EHR's server, which answers at the callback. An EHR
/// that is not configured is asked nothing (control 24).
/// </summary>
internal sealed class SmartLaunch(
    SmartIssuers issuers,
    SmartDiscovery discovery,
    PendingLaunches pending,
    BrowserBinding browser,
    LaunchCompletion completion,
    IOptions<SmartLaunchOptions> options
)
{
    /// <summary>The query key of the EHR's FHIR base; a launch that has it is a SMART launch.</summary>
    public const string Issuer = "iss";

    /// <summary>Where the EHR's server answers.</summary>
    public const string CallbackPath = "/launch/callback";

    private const string LaunchKey = "launch";

    /// <summary>Begins a launch out of an EHR.</summary>
    public Task<IResult> FromEhrAsync(HttpContext context, CancellationToken cancellation) =>
        BeginAsync(context, SmartLaunchKind.Ehr, cancellation);

    /// <summary>Begins a launch outside an EHR, whose server asks for the patient.</summary>
    public Task<IResult> StandaloneAsync(HttpContext context, CancellationToken cancellation) =>
        BeginAsync(context, SmartLaunchKind.Standalone, cancellation);

    private async Task<IResult> BeginAsync(
        HttpContext context,
        SmartLaunchKind kind,
        CancellationToken cancellation
    )
    {
        var attempt = new LaunchAttempt();
        try
        {
            var query = context.Request.Query;
            var launch =
                kind == SmartLaunchKind.Ehr
                    ? SmartCallbackParameters.Single(query, LaunchKey) ?? throw Missing(LaunchKey)
                    : null;
            var named = SmartCallbackParameters.Single(query, Issuer) ?? throw Missing(Issuer);
            var issuer =
                issuers.Find(named)
                ?? throw new SmartLaunchException(
                    SmartRefusals.IssuerUnknown,
                    "not a configured issuer"
                );
            attempt = attempt with { Issuer = issuer.Options, Tenant = issuer.Population.Tenant };
            var metadata = await discovery.FindAsync(issuer, cancellation);
            var begun = new PendingLaunch(issuer, RedirectUri(context), context.Request.IsFramed());
            pending.Add(begun);
            browser.Bind(context, begun);
            context.Response.Headers.Location = Address(metadata, begun, kind, launch);
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (SmartLaunchException problem)
        {
            return await completion.RefuseAsync(
                context,
                problem.Refusal,
                attempt with
                {
                    Detail = problem.Detail,
                },
                cancellation
            );
        }
    }

    private static string Address(
        SmartMetadata metadata,
        PendingLaunch begun,
        SmartLaunchKind kind,
        string? launch
    )
    {
        var request = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = begun.Issuer.ClientId,
            ["redirect_uri"] = begun.RedirectUri,
            ["scope"] = begun.Issuer.Scopes.For(kind),
            ["state"] = begun.State,
            ["nonce"] = begun.Nonce,
            ["aud"] = begun.Issuer.Address,
            ["code_challenge"] = begun.Challenge,
            ["code_challenge_method"] = "S256",
        };
        if (launch is not null)
            request[LaunchKey] = launch;
        return QueryHelpers.AddQueryString(metadata.Authorize.OriginalString, request);
    }

    private string RedirectUri(HttpContext context) =>
        options.Value.RedirectUri
        ?? $"{context.Request.Scheme}://{context.Request.Host}{CallbackPath}";

    private static SmartLaunchException Missing(string key) =>
        new(SmartRefusals.RequestMalformed, $"{key} is missing");
}
