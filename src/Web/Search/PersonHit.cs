using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Search;

/// <summary>A person that a search found.</summary>
/// <param name="PatientId">The HealtheIntent patient id.</param>
public sealed record PersonHit(string PatientId)
{
    /// <summary>Who it is; null where the demographics could not be read.</summary>
    public PatientIdentity? Identity { get; init; }

    /// <summary>The source records behind the person.</summary>
    public IReadOnlyList<SourceIdentifier> Sources { get; init; } = [];

    /// <summary>Why the demographics could not be read.</summary>
    public HealtheIntentFailure? Failure { get; init; }

    /// <summary>Whether another person of the same answer could be taken for this one.</summary>
    public bool IsSimilarToAnother { get; init; }
}
