using System.Security.Claims;
using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Components.Pages;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>
/// What becomes of a provider's answer: the claims are read as the viewer's own, the sign-in is recorded, and a launch
/// that waited for it goes on.
/// </summary>
public sealed class OidcEvents(
    IOptions<OidcOptions> options,
    LaunchCompletion completion,
    ViewerTenants tenants,
    IAuditLog audit,
    TimeProvider clock
) : OpenIdConnectEvents
{
    private const string Patient = "launch.patient";
    private const string Partition = "launch.partition";
    private const string ProofAsked = "proof";

    /// <summary>The properties of a sign-in that ends in the chart of a launched patient. They travel encrypted in <c>state</c>.</summary>
    public static AuthenticationProperties For(SourceIdentifier patient) =>
        new(
            new Dictionary<string, string?>
            {
                [Partition] = patient.DataPartitionId,
                [Patient] = patient.Id,
            }
        );

    /// <summary>
    /// The properties of a sign-in that the user has to make anew. Who asks in a browser's address may be asked otherwise by
    /// whoever edits it, so the answer has to say when the user proved who they are (OpenID Connect Core 1.0, 3.1.2.1).
    /// </summary>
    public static AuthenticationProperties Anew(string redirect)
    {
        var properties = new OpenIdConnectChallengeProperties
        {
            RedirectUri = redirect,
            Prompt = "login",
            MaxAge = TimeSpan.Zero,
        };
        properties.Items[ProofAsked] = "";
        return properties;
    }

    /// <inheritdoc />
    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        // No token of the provider is kept, so the client says who it is in the id_token_hint's place.
        context.ProtocolMessage.ClientId = options.Value.ClientId;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var provided = context.Principal!;
        if (
            provided.FindFirstValue("iss") is not { Length: > 0 } issuer
            || provided.FindFirstValue("sub") is not { Length: > 0 } subject
        )
        {
            await RefuseAsync(http, SignInRefusal.NotTrusted, "no iss or sub", null);
            context.HandleResponse();
            return;
        }
        var user = new ChartUser(
            OidcClaims.UserId(issuer, subject),
            provided.FindFirstValue(options.Value.NameClaim) is { Length: > 0 } name
                ? name
                : subject
        )
        {
            Roles = OidcClaims.RolesOf(provided, options.Value),
            Organisation = options.Value.Organisation ?? issuer,
            PurposeOfUse = options.Value.PurposeOfUse,
        };
        var authenticatedAt = AuthenticatedAt(provided);
        if (authenticatedAt is null && context.Properties!.Items.ContainsKey(ProofAsked))
        {
            await RefuseAsync(http, SignInRefusal.NotTrusted, "no auth_time", user);
            context.HandleResponse();
            return;
        }
        if (user.Roles.Count == 0)
        {
            await RefuseAsync(http, SignInRefusal.NoRole, "no role is mapped", user);
            context.HandleResponse();
            return;
        }
        try
        {
            await audit.WriteAsync(
                [user.Audited(AuditAction.SignIn).From(http)],
                http.RequestAborted
            );
        }
        catch (AuditUnavailableException)
        {
            await Page(SignInRefusal.NotRecorded).ExecuteAsync(http);
            context.HandleResponse();
            return;
        }
        context.Principal = UserClaims.Principal(user, authenticatedAt);
        if (provided.FindFirstValue(UserClaims.ProviderSession) is { } session)
            ((ClaimsIdentity)context.Principal.Identity!).AddClaim(
                new Claim(UserClaims.ProviderSession, session)
            );
        if (WaitingPatient(context.Properties!) is { } patient)
        {
            await http.SignInAsync(context.Principal, context.Properties);
            // Not every role opens charts, and a launch by who is signed in already asks the same.
            var answer = Roles.OpenCharts.Any(user.Roles.Contains)
                ? await completion.OpenAsync(
                    http,
                    new ProvenLaunch(user, tenants.SignIn.Population, patient, HostContext.None)
                    {
                        SignIn = new SignInProof(authenticatedAt),
                    },
                    http.RequestAborted
                )
                : await completion.RefuseAsync(
                    http,
                    LaunchRefusals.NoRole,
                    new LaunchAttempt
                    {
                        User = user,
                        Tenant = tenants.SignIn,
                        Patient = patient,
                    },
                    http.RequestAborted
                );
            await answer.ExecuteAsync(http);
            context.HandleResponse();
        }
    }

    /// <inheritdoc />
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        // The kind of the exception only: its message may quote the provider's answer.
        await RefuseAsync(
            context.HttpContext,
            SignInRefusal.NotTrusted,
            context.Failure?.GetType().Name ?? "given up",
            null
        );
        context.HandleResponse();
    }

    /// <summary>The page of a refused sign-in.</summary>
    public static RazorComponentResult<SignInRefusedPage> Page(SignInRefusal refusal) =>
        new(new Dictionary<string, object?> { [nameof(SignInRefusedPage.Refusal)] = refusal })
        {
            StatusCode = refusal.Status,
        };

    /// <summary>Never later than now: a provider whose clock is ahead must not vouch for what is still to come.</summary>
    private DateTimeOffset? AuthenticatedAt(ClaimsPrincipal provided) =>
        provided.AuthenticatedAt() is not { } at ? null
        : clock.GetUtcNow() is var now && at > now ? now
        : at;

    private static SourceIdentifier? WaitingPatient(AuthenticationProperties properties)
    {
        var patient =
            properties.Items.TryGetValue(Partition, out var partition)
            && properties.Items.TryGetValue(Patient, out var person)
                ? new SourceIdentifier(partition!, person!)
                : null;
        // The sign-in outlives the launch and must not remember it.
        properties.Items.Remove(Partition);
        properties.Items.Remove(Patient);
        return patient;
    }

    private async Task RefuseAsync(
        HttpContext http,
        SignInRefusal refusal,
        string detail,
        ChartUser? user
    )
    {
        try
        {
            await audit.WriteAsync(
                [
                    (user?.Audited(AuditAction.SignIn) ?? new AuditEntry(AuditAction.SignIn)).From(
                        http
                    ) with
                    {
                        Outcome = AuditOutcome.Denied,
                        Detail = detail,
                    },
                ],
                http.RequestAborted
            );
        }
        catch (AuditUnavailableException)
        {
            refusal = SignInRefusal.NotRecorded;
        }
        await Page(refusal).ExecuteAsync(http);
    }
}
