using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Ehr;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Where an app sends the user to be let in: an EHR launch passes through, a standalone one asks.</summary>
internal sealed class AuthorizeEndpoint(
    SmartClients clients,
    SmartStores stores,
    SmartAddresses addresses,
    SmartConduct conduct,
    EhrSessions sessions,
    Worklist worklist,
    TimeProvider clock
)
{
    private static readonly TimeSpan ConsentLife = TimeSpan.FromMinutes(10);

    private readonly ExpiringStore<PendingConsent> _pending = new(clock, SmartStores.Capacity);

    public async Task<IResult> AuthorizeAsync(HttpContext http)
    {
        Dictionary<string, StringValues> parameters;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (!http.Request.HasFormContentType)
                return Refused(http, "The request is not a form.");
            parameters = new(await http.Request.ReadFormAsync(http.RequestAborted));
        }
        else
            parameters = new(http.Request.Query);

        StringValues Parameter(string name) => parameters.GetValueOrDefault(name);

        // Until these two belong together an answer would go to a stranger: it stays here.
        if (Parameter("client_id") is not [var id] || clients.Find(id) is not { } client)
            return Refused(http, "The app is not registered at this EHR (client_id).");
        if (
            Parameter("redirect_uri") is not [{ } redirectUri]
            || !clients.MayRedirect(client, redirectUri)
        )
            return Refused(
                http,
                "The app's return address is not the registered one (redirect_uri)."
            );

        var (request, error) = AuthorizationRequest.Read(
            client,
            redirectUri,
            Parameter,
            addresses.Fhir
        );
        if (request is null)
            return Error(redirectUri, Parameter("state"), error!);
        if (sessions.Of(http) is not { } session)
            return Results.Redirect(
                SignIn.PathTo(
                    QueryHelpers.AddQueryString(
                        $"{SmartAddresses.BasePath}/auth/authorize",
                        parameters
                    )
                )
            );
        return request.Launch is null ? Ask(http, request, session) : Launch(request, session);
    }

    /// <summary>The user's word about a standalone app.</summary>
    public async Task<IResult> DecideAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Refused(http, "The request is not a form.");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (
            sessions.AtWork(http) is not { } session
            || _pending.Take(form["consent"]) is not { } pending
            || pending.Session != session
        )
            return Refused(http, "This request has ended. Start again from the app.");
        var request = pending.Request;
        if (form["decision"] == "find")
            return Ask(http, request, session, form["q"].ToString().Trim());
        if (form["decision"] != "allow")
            return Error(request, new OAuthError("access_denied", "the user refused"));
        var patient = request.NeedsPatient ? worklist.Find(form["patient"].ToString()) : null;
        if (request.NeedsPatient && patient is null)
            return Ask(http, request, session, form["q"].ToString().Trim());
        return Grant(
            request,
            new SmartContext(
                session,
                patient?.Source,
                patient is not null && request.Scopes.Has(Scopes.LaunchEncounter)
                    ? EhrEncounter.Of(patient.Source)
                    : null,
                IsFramed: false
            )
        );
    }

    private IResult Launch(AuthorizationRequest request, EhrSession session)
    {
        if (stores.Launches.Take(request.Launch) is not { } context)
            return Error(
                request,
                new OAuthError("invalid_request", "the launch is unknown, used or too old")
            );
        if (context.Session.HasEnded || context.Session.Clinician != session.Clinician)
            return Error(
                request,
                new OAuthError("access_denied", "the launch belongs to another session")
            );
        return Grant(request, context);
    }

    private RazorComponentResult Ask(
        HttpContext http,
        AuthorizationRequest request,
        EhrSession session,
        string filter = ""
    )
    {
        var consent = RandomToken.Next();
        _pending.TryAdd(consent, new PendingConsent(request, session), stores.Now + ConsentLife);
        EhrHeaders.Apply(http, new Uri(request.RedirectUri).GetLeftPart(UriPartial.Authority));
        return new RazorComponentResult<ConsentPage>(
            new
            {
                Consent = consent,
                AppId = request.Client.Id,
                request.RedirectUri,
                Scopes = request.Scopes.All,
                session.Clinician,
                Patients = request.NeedsPatient ? worklist.Page(filter) : null,
            }
        );
    }

    private IResult Grant(AuthorizationRequest request, SmartContext context)
    {
        var code = stores.OpenCode(
            new AuthorizationGrant(
                request.Client,
                request.RedirectUri,
                request.CodeChallenge,
                request.Nonce,
                request.Scopes,
                context
            )
        );
        if (conduct.Is(SmartMisbehaviour.ReplayedCode))
            stores.RedeemCode(code);
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                request.RedirectUri,
                new Dictionary<string, string?>
                {
                    ["code"] = code,
                    ["state"] = conduct.Is(SmartMisbehaviour.BadState)
                        ? RandomToken.Next()
                        : request.State,
                    ["iss"] = addresses.Fhir,
                }
            )
        );
    }

    private IResult Error(AuthorizationRequest request, OAuthError error) =>
        Error(request.RedirectUri, request.State, error);

    private IResult Error(string redirectUri, StringValues state, OAuthError error)
    {
        var query = new Dictionary<string, string?>
        {
            ["error"] = error.Code,
            ["error_description"] = error.Description,
            ["iss"] = addresses.Fhir,
        };
        if (state is [{ Length: > 0 } echoed])
            query["state"] = echoed;
        return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, query));
    }

    private static RazorComponentResult Refused(HttpContext http, string reason)
    {
        EhrHeaders.Apply(http);
        return new RazorComponentResult<AuthorizationRefusedPage>(new { Reason = reason })
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
    }
}
