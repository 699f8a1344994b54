using HealtheIntent.Client;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>What came of asking the tenant's chart search.</summary>
public abstract record TenantFinding
{
    private TenantFinding() { }

    /// <summary>It answered.</summary>
    /// <param name="Hits">The records of this chart that it found, the best first.</param>
    /// <param name="Unreceived">What it found in records that this chart has not received.</param>
    /// <param name="Withheld">How many hits were not this patient's, as far as can be told, and are shown to nobody.</param>
    /// <param name="Total">How many hits there are in all, where it says so.</param>
    /// <param name="HasMore">Whether there are more than were asked for.</param>
    public sealed record Found(
        IReadOnlyList<TenantHit> Hits,
        IReadOnlyList<UnreceivedHit> Unreceived,
        int Withheld,
        int? Total,
        bool HasMore
    ) : TenantFinding;

    /// <summary>It did not answer: what it would have found is unknown.</summary>
    public sealed record NotAvailable(HealtheIntentFailure Failure) : TenantFinding;
}

/// <summary>A record of this chart that the tenant's search found.</summary>
/// <param name="Section">The section that holds it.</param>
/// <param name="Hit">The record, with the tenant's quotations.</param>
public sealed record TenantHit(ISectionIndex Section, Hit Hit);

/// <summary>A hit in a record that this chart has not received, so that it cannot be shown.</summary>
/// <param name="Title">What the tenant calls it.</param>
/// <param name="When">Its date.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="View">Where it would be, had it been received.</param>
/// <param name="VisitId">The encounter it was recorded in, where that has been received.</param>
/// <param name="Excerpts">The tenant's quotations.</param>
public sealed record UnreceivedHit(
    string Title,
    PartialDate? When,
    SourceIdentifier? Source,
    ChartView? View,
    string? VisitId,
    IReadOnlyList<IReadOnlyList<ExcerptPart>> Excerpts
);
