using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Components.Pages;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Web.Launch;

/// <summary>The way in from an EHR: from a request to a chart session, or to a page that says why not.</summary>
public static class LaunchEndpoints
{
    /// <summary>Maps the launch.</summary>
    public static void MapLaunch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/launch", LaunchAsync);

    private static async Task<IResult> LaunchAsync(
        HttpContext context,
        ViewerMode mode,
        DataPartitions partitions,
        PatientResolver resolver,
        ChartOpening opening,
        IAuditLog audit,
        CancellationToken cancellation
    )
    {
        // The parameters name a patient; they never prove who asks. Only made-up patients open on their word (control 20).
        var user = mode.IsSandbox
            ? new ChartUser(DemoUser.Clinician.Id, DemoUser.Clinician.Name)
            : null;
        var remote = context.Connection.RemoteIpAddress?.ToString();
        SourceIdentifier? source = null;
        try
        {
            if (user is null)
                return await RefuseAsync(LaunchRefusals.PlainParametersRefused);
            var reading = LaunchParameters.Read(context.Request.Query, partitions);
            if (!reading.NamesPatient)
                return await RefuseAsync(reading.Refusal);
            source = reading.Patient;
            var resolution = await resolver.ResolveAsync(
                opening.PopulationId,
                source,
                cancellation
            );
            if (resolution.PatientId is not { } patientId)
                return await RefuseAsync(resolution.Refusal!);
            var session = await opening.OpenAsync(
                user,
                source,
                patientId,
                ChartMode.Chart,
                AuditAction.LaunchAccepted,
                remote,
                cancellation
            );
            // 303, so that neither the address nor the referrer keeps a patient's id (control 21).
            context.Response.Headers.Location = $"/chart/{session.Id.Value}";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (AuditUnavailableException)
        {
            return Page(LaunchRefusals.AuditUnavailable);
        }

        async Task<IResult> RefuseAsync(LaunchRefusal refusal)
        {
            await audit.WriteAsync(
                [
                    new AuditEntry(AuditAction.LaunchRefused, OutcomeOf(refusal))
                    {
                        UserId = user?.Id,
                        UserName = user?.Name,
                        DataPartitionId = source?.DataPartitionId,
                        SourcePersonId = source?.Id,
                        Detail = refusal.Reason.ToString(),
                        CorrelationId = refusal.CorrelationId,
                        RemoteAddress = remote,
                    },
                ],
                cancellation
            );
            return Page(refusal);
        }

        IResult Page(LaunchRefusal refusal) =>
            new RazorComponentResult<LaunchRefusedPage>(
                new Dictionary<string, object?>
                {
                    [nameof(LaunchRefusedPage.Refusal)] = refusal,
                    [nameof(LaunchRefusedPage.RetryAddress)] = refusal.CanRetry
                        ? $"{context.Request.Path}{context.Request.QueryString}"
                        : null,
                }
            )
            {
                StatusCode = refusal.Status,
            };
    }

    private static AuditOutcome OutcomeOf(LaunchRefusal refusal) =>
        refusal.Reason == LaunchRefusalReason.LookupFailed
            ? AuditOutcome.Failed
            : AuditOutcome.Denied;
}
