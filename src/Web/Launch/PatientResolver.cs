using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// Asks HealtheIntent, at every launch and where an id is in doubt, which of its patients a local patient is. That it is
/// asked is recorded first.
/// </summary>
public sealed class PatientResolver(TenantClients clients, IAuditLog audit)
{
    /// <summary>The one patient, or why there is not exactly one. Nothing here picks among several (control 66).</summary>
    /// <param name="by">Who asks, as an entry of the audit log.</param>
    /// <param name="population">Where to look.</param>
    /// <param name="source">The local patient.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AuditUnavailableException">That it is asked could not be recorded; nothing was.</exception>
    public async Task<Resolution> ResolveAsync(
        AuditEntry by,
        Population population,
        SourceIdentifier source,
        CancellationToken cancellation
    )
    {
        await audit.WriteAsync(
            [
                by with
                {
                    Action = AuditAction.PatientLookup,
                    Tenant = population.Tenant.Mnemonic,
                    DataPartitionId = source.DataPartitionId,
                    SourcePersonId = source.Id,
                },
            ],
            cancellation
        );
        try
        {
            return await clients
                .Of(population.Tenant)
                .Patients.LookupAsync(population.Id, source, cancellation) switch
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
