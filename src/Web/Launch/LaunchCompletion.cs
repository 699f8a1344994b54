using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Components.Pages;
using HeiChartViewer.Web.Launch.Identity;
using HeiChartViewer.Web.Security;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// How every launch ends, whichever way it came: in a chart of one patient, or in a page that says why not. Either way
/// it is recorded first.
/// </summary>
public sealed class LaunchCompletion(
    PatientResolver resolver,
    IdentityCheck identity,
    ChartOpening opening,
    ChartCookie cookie,
    IssuerLimits limits,
    IAuditLog audit
)
{
    /// <summary>Resolves the patient of a proven launch and opens the chart.</summary>
    public async Task<IResult> OpenAsync(
        HttpContext context,
        ProvenLaunch launch,
        CancellationToken cancellation
    )
    {
        LaunchTenant.Tell(context, launch.Population.Tenant);
        if (await limits.TakeAsync(context, launch) is { } wait)
            return wait;
        var attempt = new LaunchAttempt
        {
            User = launch.User,
            Tenant = launch.Population.Tenant,
            Patient = launch.Patient,
        };
        try
        {
            var resolution = await resolver.ResolveAsync(
                launch.User.Audited(AuditAction.PatientLookup).From(context),
                launch.Population,
                launch.Patient,
                cancellation
            );
            if (resolution.PatientId is not { } patientId)
                return await RefuseAsync(
                    context,
                    launch,
                    resolution.Refusal!,
                    attempt,
                    cancellation
                );
            if (
                launch.Identity is { } stated
                && await identity.RefusalAsync(launch.Population, patientId, stated, cancellation)
                    is { } mismatch
            )
                return await RefuseAsync(context, mismatch, attempt, cancellation);
            var session = await opening.OpenAsync(
                new NewChart(
                    launch.User,
                    launch.Population,
                    launch.Patient,
                    patientId,
                    ChartMode.Chart,
                    launch.Host,
                    context.RemoteAddress()
                )
                {
                    SignIn = launch.SignIn,
                },
                AuditAction.LaunchAccepted,
                cancellation
            );
            launch.WhenOpened?.Invoke(session);
            cookie.Give(context, session.Id);
            // 303, so that neither the address nor the referrer keeps a patient's id (control 21).
            context.Response.Headers.Location = session.Address(
                ChartView.Intended(launch.Host.Intent)
            );
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (AuditUnavailableException)
        {
            return Page(LaunchRefusals.AuditUnavailable);
        }
    }

    private Task<IResult> RefuseAsync(
        HttpContext context,
        ProvenLaunch launch,
        LaunchRefusal refusal,
        LaunchAttempt attempt,
        CancellationToken cancellation
    ) =>
        launch.RefusesAlike && refusal.Reason == LaunchRefusalReason.PatientNotFound
            ? RefuseAsync(
                context,
                LaunchRefusals.NotTrusted(),
                attempt with
                {
                    Detail = refusal.Reason.ToString(),
                },
                cancellation
            )
            : RefuseAsync(context, refusal, attempt, cancellation);

    /// <summary>Records a refusal and shows its page.</summary>
    public async Task<IResult> RefuseAsync(
        HttpContext context,
        LaunchRefusal refusal,
        LaunchAttempt attempt,
        CancellationToken cancellation
    )
    {
        if (attempt.Tenant is { } tenant)
            LaunchTenant.Tell(context, tenant);
        try
        {
            await audit.WriteAsync(
                [
                    Entry(attempt).From(context) with
                    {
                        Outcome = OutcomeOf(refusal),
                        Tenant = attempt.Tenant?.Mnemonic,
                        DataPartitionId = attempt.Patient?.DataPartitionId,
                        SourcePersonId = attempt.Patient?.Id,
                        Detail = attempt.Detail is null
                            ? refusal.Reason.ToString()
                            : $"{refusal.Reason}: {attempt.Detail}",
                        CorrelationId = refusal.CorrelationId,
                    },
                ],
                cancellation
            );
            return Page(refusal);
        }
        catch (AuditUnavailableException)
        {
            return Page(LaunchRefusals.AuditUnavailable);
        }
    }

    private static AuditEntry Entry(LaunchAttempt attempt) =>
        attempt.User?.Audited(AuditAction.LaunchRefused)
        ?? new AuditEntry(AuditAction.LaunchRefused)
        {
            Organisation = attempt.Issuer?.OnBehalfOf,
            Purpose = attempt.Issuer?.PurposeOfUse,
        };

    private static RazorComponentResult<LaunchRefusedPage> Page(LaunchRefusal refusal) =>
        new(new Dictionary<string, object?> { [nameof(LaunchRefusedPage.Refusal)] = refusal })
        {
            StatusCode = refusal.Status,
        };

    private static AuditOutcome OutcomeOf(LaunchRefusal refusal) =>
        refusal.Reason == LaunchRefusalReason.LookupFailed
            ? AuditOutcome.Failed
            : AuditOutcome.Denied;
}
