using HealtheIntent.Client;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Launch;

/// <summary>Asks HealtheIntent, at every launch, which of its patients a local patient is.</summary>
public sealed class PatientResolver(HealtheIntentClient client)
{
    /// <summary>The one patient, or why there is not exactly one. Nothing here picks among several (control 66).</summary>
    public async Task<Resolution> ResolveAsync(
        string populationId,
        SourceIdentifier source,
        CancellationToken cancellation
    )
    {
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

/// <summary>The answer of <see cref="PatientResolver"/>: a patient, or a refusal; never both.</summary>
/// <param name="PatientId">The HealtheIntent patient id.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record Resolution(string? PatientId, LaunchRefusal? Refusal);
