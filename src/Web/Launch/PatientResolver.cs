using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// Asks HealtheIntent, at every launch and where an id is in doubt, which of its patients a local patient is. That it is
/// asked is recorded first.
/// </summary>
public sealed class PatientResolver(HealtheIntentClient client, IAuditLog audit)
{
    /// <summary>The one patient, or why there is not exactly one. Nothing here picks among several (control 66).</summary>
    /// <param name="by">Who asks, as an entry of the audit log.</param>
    /// <param name="populationId">The population to look in.</param>
    /// <param name="source">The local patient.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AuditUnavailableException">That it is asked could not be recorded; nothing was.</exception>
    public async Task<Resolution> ResolveAsync(
        AuditEntry by,
        string populationId,
        SourceIdentifier source,
        CancellationToken cancellation
    )
    {
        await audit.WriteAsync(
            [
                by with
                {
                    Action = AuditAction.PatientLookup,
                    DataPartitionId = source.DataPartitionId,
                    SourcePersonId = source.Id,
                },
            ],
            cancellation
        );
        try
        {
            return await client.Patients.LookupAsync(populationId, source, cancellation) switch
            {
                PatientLookup.One one => new Resolution(one.PatientId, null),
                PatientLookup.Many => new Resolution(null, LaunchRefusals.PatientAmbiguous),
                _ => new Resolution(null, LaunchRefusals.PatientNotFound),
            };
        }
        catch (HealtheIntentException error)
        {
            var failure = HealtheIntentFailure.From(error);
            return new Resolution(
                null,
                LaunchRefusals.LookupFailed(
                    FailureWords.Reason(failure),
                    failure.CorrelationId,
                    FailureWords.CanRetry(failure)
                )
            );
        }
    }
}
