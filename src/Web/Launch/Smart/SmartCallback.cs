using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Ends a SMART launch: believes the answer of the EHR's server, or says why not.</summary>
internal sealed class SmartCallback(
    PendingLaunches pending,
    BrowserBinding browser,
    SmartDiscovery discovery,
    SmartTokenEndpoint tokenEndpoint,
    IdTokenCheck idTokens,
    SmartFhir fhir,
    HostColoursReader colours,
    SmartAuthority authority,
    LaunchCompletion completion,
    TimeProvider clock
)
{
    private const int LongestName = 100;
    private const int LongestWord = 64;

    /// <summary>Opens the chart that the answer proves, or refuses.</summary>
    public async Task<IResult> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        SmartGrant? grant = null;
        var attempt = new LaunchAttempt();
        try
        {
            var answer = SmartCallbackParameters.Read(context.Request.Query);
            var launch = pending.Take(answer.State) ?? throw UnknownState();
            attempt = attempt with
            {
                Issuer = launch.Issuer.Options,
                Tenant = launch.Issuer.Population.Tenant,
            };
            var metadata = await discovery.FindAsync(launch.Issuer, cancellation);
            Believe(context, launch, metadata, answer);
            grant = await RedeemAsync(launch, metadata, answer.Code!, cancellation);
            var identity = await idTokens.CheckAsync(
                launch,
                metadata,
                grant.Tokens.IdToken,
                cancellation
            );
            attempt = attempt with { User = UserOf(launch.Issuer, identity, identity.Name) };
            var proven = await ProveAsync(launch.Issuer, grant.Tokens, identity, cancellation);
            var held = grant;
            return await completion.OpenAsync(
                context,
                proven with
                {
                    WhenOpened = session =>
                    {
                        authority.Hold(session.Id, held);
                        grant = null;
                    },
                },
                cancellation
            );
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
        finally
        {
            if (grant is not null)
                authority.Discard(grant);
        }
    }

    private void Believe(
        HttpContext context,
        PendingLaunch launch,
        SmartMetadata metadata,
        SmartCallbackParameters answer
    )
    {
        if (!browser.IsSameBrowser(context, launch))
            throw new SmartLaunchException(
                SmartRefusals.OtherBrowser,
                "the browser's half is missing or another"
            );
        var isFromServer = answer.Issuer is { } named
            ? SmartAddress.Issuer(named) == launch.Issuer.Authority
            : !metadata.NamesItself;
        if (!isFromServer)
            throw new SmartLaunchException(
                SmartRefusals.IssuerMixedUp,
                "iss is another, or missing where the server names itself"
            );
        if (answer.Error is { } error)
            throw SmartRefusals.Answered(error);
    }

    private async Task<SmartGrant> RedeemAsync(
        PendingLaunch launch,
        SmartMetadata metadata,
        string code,
        CancellationToken cancellation
    )
    {
        var answer = await tokenEndpoint.RedeemAsync(launch, metadata, code, cancellation);
        return answer.Tokens is { } tokens
            ? new SmartGrant(launch.Issuer, metadata, tokens, clock.GetUtcNow())
            : throw new SmartLaunchException(SmartRefusals.CodeRefused, answer.Error!);
    }

    private async Task<ProvenLaunch> ProveAsync(
        SmartIssuer issuer,
        SmartTokens tokens,
        SmartIdentity identity,
        CancellationToken cancellation
    )
    {
        if (issuer.Tenant is not null && issuer.Tenant != tokens.Tenant)
            throw new SmartLaunchException(
                SmartRefusals.TenantUnknown,
                "another tenant than the configured"
            );
        if (!issuer.IsOfItsPartition(tokens))
            throw new SmartLaunchException(
                SmartRefusals.TenantUnknown,
                "another data partition than the configured, or none"
            );
        if (tokens.PatientId is not { } id)
            throw new SmartLaunchException(
                SmartRefusals.PatientMissing,
                "no patient in the token response"
            );
        if (!SmartPatient.IsFhirId(id))
            throw new SmartLaunchException(SmartRefusals.PatientUnidentified, "not a FHIR id");
        var resource = fhir.PatientAsync(issuer, id, tokens.AccessToken, cancellation);
        var look = colours.ReadAsync(issuer, tokens.StyleUrl, cancellation);
        var name = identity.Name is { } given
            ? Task.FromResult<string?>(given)
            : fhir.UserNameAsync(issuer, identity.FhirUser, tokens.AccessToken, cancellation);
        await Task.WhenAll(resource, look, name);
        var patient = SmartPatient.Read(issuer, id, await resource);
        return new ProvenLaunch(
            UserOf(issuer, identity, await name),
            issuer.Population,
            patient.Source,
            new HostContext
            {
                Issuer = issuer.Address,
                EncounterId = Shortened(tokens.EncounterId, LongestWord),
                NeedsPatientBanner = tokens.NeedsPatientBanner,
                Intent = Shortened(tokens.Intent, LongestWord),
                Colours = await look,
            }
        )
        {
            Identity = patient.Identity,
        };
    }

    private static ChartUser UserOf(SmartIssuer issuer, SmartIdentity identity, string? name) =>
        issuer.User(identity.Subject, Shortened(name, LongestName));

    private static string? Shortened(string? text, int longest) =>
        text?.Length > longest ? text[..longest] : text;

    private static SmartLaunchException UnknownState() =>
        new(SmartRefusals.StateUnknown, "unknown, used or too old");
}
