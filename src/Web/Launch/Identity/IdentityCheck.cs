using HealtheIntent.Client;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch.Identity;

/// <summary>Asks HealtheIntent who the resolved patient is, before a chart opens on the host's word for an id.</summary>
public sealed class IdentityCheck(TenantClients clients)
{
    /// <summary>Why the chart may not open, or null where nothing speaks against it.</summary>
    public async Task<LaunchRefusal?> RefusalAsync(
        Population population,
        string patientId,
        StatedIdentity stated,
        CancellationToken cancellation
    )
    {
        try
        {
            var records = new List<DemographicRecord>();
            await foreach (
                var page in clients
                    .Of(population.Tenant)
                    .Patients.ListDemographicsAsync(
                        population.Id,
                        patientId,
                        cancellationToken: cancellation
                    )
            )
                records.AddRange(page.Items);
            var differences = IdentityComparison.Differences(stated, records);
            return differences.Count == 0 ? null : LaunchRefusals.IdentityDiffers(differences);
        }
        catch (HealtheIntentException error)
        {
            var failure = HealtheIntentFailure.From(error);
            return LaunchRefusals.LookupFailed(
                FailureWords.Reason(failure),
                failure.CorrelationId,
                FailureWords.CanRetry(failure)
            );
        }
    }
}
