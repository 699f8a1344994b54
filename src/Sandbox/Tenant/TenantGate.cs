using System.Globalization;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>What every request to the tenant goes through: credential, throttle, grant, faults, population, patient, log.</summary>
internal sealed class TenantGate(
    PatientRegistry patients,
    VisibleCharts charts,
    RecordChanges changes,
    Throttle throttle,
    FaultBox faults,
    RequestLog log,
    RequestAuthenticator authenticator,
    TimeProvider clock
)
{
    public async Task ServeAsync(HttpContext http, TenantRoute route)
    {
        var started = clock.GetTimestamp();
        if (route.Assumed)
            http.Response.Headers["x-sandbox-assumed"] = "true";
        var entry = log.Begin(http, route.Template, http.Request.QueryString.Value ?? "");
        try
        {
            var proof = authenticator.Authenticate(http);
            log.Prove(entry, proof);
            if (proof.Account is not { } account)
            {
                await Unauthorized(http).SendAsync(http);
                return;
            }
            if (throttle.IsOver(account, out var retryAfter))
            {
                await TooMany(http, retryAfter).SendAsync(http);
                return;
            }
            await ServeAsync(http, route, account, entry.PatientId);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller left; there is nobody to answer.
        }
        finally
        {
            log.End(entry, http.Response.StatusCode, clock.GetElapsedTime(started));
        }
    }

    /// <summary>Answers what is of an API and yet none of its operations; the log names it without the ids in its path.</summary>
    public async Task ServeUnknownAsync(HttpContext http, string template)
    {
        var started = clock.GetTimestamp();
        var entry = log.Begin(http, template, http.Request.QueryString.Value ?? "");
        log.Prove(entry, authenticator.Authenticate(http));
        await Answer.NotFound("path").SendAsync(http);
        log.End(entry, http.Response.StatusCode, clock.GetElapsedTime(started));
    }

    private async Task ServeAsync(
        HttpContext http,
        TenantRoute route,
        SystemAccount account,
        string? patientId
    )
    {
        var page = PageOf(http.Request.Query, route);
        var struck = account.IsGranted(route)
            ? faults.Take(route, patientId, http.Request.Query, page)
            : [];
        foreach (var fault in struck)
            if (await fault.SendInsteadAsync(http, clock))
                return;
        var answer = ConditionalRead.Apply(
            http,
            await AnswerAsync(http, route, account, patientId)
        );
        if (struck is not [.., var last] || !await last.SpoilAsync(http, answer, clock))
            await answer.SendAsync(http);
        if (patientId is not null && page is { } sent)
            changes.PageSent(patientId, route.Resource, sent);
    }

    /// <summary>The 429 of the platform does not say when to come again (contract 8.5), unless that was ordered.</summary>
    private static Answer TooMany(HttpContext http, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        return Answer.Error(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The 401 that was seen live, also its unparsable challenge (contract 2.4).</summary>
    private static Answer Unauthorized(HttpContext http)
    {
        var host = http.Request.Host.Value;
        http.Response.Headers.WWWAuthenticate = $"Bearer realm={host} OAuth realm={host}";
        return Answer.Error(
            StatusCodes.Status401Unauthorized,
            new ErrorDetail("header", "Authorization", "header missing")
        );
    }

    private async ValueTask<Answer> AnswerAsync(
        HttpContext http,
        TenantRoute route,
        SystemAccount account,
        string? patientId
    )
    {
        if (!account.IsGranted(route))
            return Answer.Error(StatusCodes.Status403Forbidden);
        if (
            http.Request.RouteValues["populationId"] is string populationId
            && populationId != SandboxOptions.PopulationId
        )
            return route.Missing("populationId");
        var identity = patientId is null ? null : patients.FindIdentity(patientId);
        if (patientId is not null && identity is null)
            return route.Missing("patientId");
        return await route.Handle(new TenantCall(http, account, identity, charts));
    }

    private static int? PageOf(IQueryCollection query, TenantRoute route)
    {
        if (!route.IsList || !Query.TryLimit(query, out var limit, out _))
            return null;
        if (!query.TryGetValue("cursor", out var cursor))
            return 1;
        return CursorSigner.TryPeek(cursor, out var offset) ? offset / limit + 1 : null;
    }
}
