using System.Globalization;
using System.Security.Cryptography;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>What every request to the tenant goes through: credential, grant, population, patient, faults, log.</summary>
internal sealed class TenantGate(
    PatientRegistry patients,
    FaultBox faults,
    RequestLog log,
    RequestAuthenticator authenticator,
    TimeProvider clock
)
{
    public const string CorrelationHeader = "cerner-correlation-id";

    public async Task ServeAsync(HttpContext http, TenantRoute route)
    {
        var started = clock.GetTimestamp();
        var proof = authenticator.Authenticate(http);
        var patientId = http.Request.RouteValues["patientId"] as string;
        if (route.Assumed)
            http.Response.Headers["x-sandbox-assumed"] = "true";
        var entry = log.Begin(http, route, proof, patientId);
        try
        {
            if (proof.Account is not { } account)
            {
                await Unauthorized(http).SendAsync(http);
                return;
            }
            var fault = account.IsGranted(route)
                ? faults.Take(
                    route,
                    patientId,
                    http.Request.Query,
                    PageOf(http.Request.Query, route)
                )
                : null;
            if (fault is not null && await fault.SendInsteadAsync(http, clock))
                return;
            var answer = await AnswerAsync(http, route, account, patientId);
            if (fault is null || !await fault.SpoilAsync(http, answer))
                await answer.SendAsync(http);
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

    /// <summary>Marks every answer, whoever makes it (contract 8.6).</summary>
    public static Task StampAsync(HttpContext http, RequestDelegate next)
    {
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        http.Response.Headers[CorrelationHeader] = new Guid(id).ToString();
        return next(http);
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
            return Answer.NotFound("populationId");
        var patient = patientId is null ? null : patients.Find(patientId);
        if (patientId is not null && patient is null)
            return Answer.NotFound("patientId");
        return await route.Handle(new TenantCall(http, patient));
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
