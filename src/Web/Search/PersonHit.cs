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

    /// <summary>Each sex that a source records of the person; empty where none can be told.</summary>
    public IReadOnlyList<PersonSex> Sexes { get; init; } = [];

    /// <summary>Why another person of the same answer could be taken for this one; empty where none could.</summary>
    public IReadOnlyList<Likeness> Likenesses { get; init; } = [];

    /// <summary>
    /// Whether the person may be of a sex. Only where each source that records one records another are they not.
    /// </summary>
    public bool MayBe(PersonSex? sex) =>
        sex is not { } sought || Sexes.Count == 0 || Sexes.Contains(sought);
}
