using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Components.Pages;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// How every launch ends, whichever way it came: in a chart of one patient, or in a page that says why not. Either way
/// it is recorded first.
/// </summary>
public sealed class LaunchCompletion(
    PatientResolver resolver,
    ChartOpening opening,
    ChartCookie cookie,
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
        var attempt = new LaunchAttempt { User = launch.User, Patient = launch.Patient };
        var resolution = await resolver.ResolveAsync(
            opening.PopulationId,
            launch.Patient,
            cancellation
        );
        if (resolution.PatientId is not { } patientId)
        {
            var refusal = resolution.Refusal!;
            return launch.RefusesAlike && refusal.Reason == LaunchRefusalReason.PatientNotFound
                ? await RefuseAsync(
                    context,
                    LaunchRefusals.NotTrusted(),
                    attempt with
                    {
                        Detail = refusal.Reason.ToString(),
                    },
                    cancellation
                )
                : await RefuseAsync(context, refusal, attempt, cancellation);
        }
        try
        {
            var session = await opening.OpenAsync(
                new NewChart(launch.User, launch.Patient, patientId, ChartMode.Chart, launch.Host),
                AuditAction.LaunchAccepted,
                context.Connection.RemoteIpAddress?.ToString(),
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
            return Page(context, LaunchRefusals.AuditUnavailable);
        }
    }

    /// <summary>Records a refusal and shows its page.</summary>
    public async Task<IResult> RefuseAsync(
        HttpContext context,
        LaunchRefusal refusal,
        LaunchAttempt attempt,
        CancellationToken cancellation
    )
    {
        try
        {
            await audit.WriteAsync(
                [
                    new AuditEntry(AuditAction.LaunchRefused, OutcomeOf(refusal))
                    {
                        UserId = attempt.User?.Id,
                        UserName = attempt.User?.Name,
                        DataPartitionId = attempt.Patient?.DataPartitionId,
                        SourcePersonId = attempt.Patient?.Id,
                        Detail = attempt.Detail is null
                            ? refusal.Reason.ToString()
                            : $"{refusal.Reason}: {attempt.Detail}",
                        CorrelationId = refusal.CorrelationId,
                        RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
                    },
                ],
                cancellation
            );
            return Page(context, refusal);
        }
        catch (AuditUnavailableException)
        {
            return Page(context, LaunchRefusals.AuditUnavailable);
        }
    }

    private static RazorComponentResult<LaunchRefusedPage> Page(
        HttpContext context,
        LaunchRefusal refusal
    ) =>
        new(
            new Dictionary<string, object?>
            {
                [nameof(LaunchRefusedPage.Refusal)] = refusal,
                // What came in a form's body, or may be used once, cannot be tried again by its address.
                [nameof(LaunchRefusedPage.RetryAddress)] =
                    refusal.CanRetry && context.Request.Query.ContainsKey(LaunchParameters.PersonId)
                        ? $"{context.Request.Path}{context.Request.QueryString}"
                        : null,
            }
        )
        {
            StatusCode = refusal.Status,
        };

    private static AuditOutcome OutcomeOf(LaunchRefusal refusal) =>
        refusal.Reason == LaunchRefusalReason.LookupFailed
            ? AuditOutcome.Failed
            : AuditOutcome.Denied;
}
