using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Search;

/// <summary>A person search and its answer.</summary>
public sealed record PersonSearchState
{
    /// <summary>Nothing asked yet.</summary>
    public static PersonSearchState Initial { get; } = new();

    /// <summary>The search that the rest belongs to.</summary>
    public SearchPeople? Search { get; init; }

    /// <summary>Whether the answer is still awaited.</summary>
    public bool IsSearching { get; init; }

    /// <summary>The people of the page that is shown.</summary>
    public IReadOnlyList<PersonHit> Hits { get; init; } = [];

    /// <summary>How many people of the page are left out, for each source that records a sex records another than the one sought.</summary>
    public int LeftOut { get; init; }

    /// <summary>Whom the user has opened in this sign-in, the latest first; empty until that is recorded.</summary>
    public IReadOnlyList<PersonHit> Recent { get; init; } = [];

    /// <summary>How many people match in all, where HealtheIntent says so.</summary>
    public int? Total { get; init; }

    /// <summary>Whether there are more after this page.</summary>
    public bool HasMore { get; init; }

    /// <summary>Why there is no answer.</summary>
    public HealtheIntentFailure? Failure { get; init; }

    /// <summary>Whether the search could not be recorded, and so was not made.</summary>
    public bool IsAuditUnavailable { get; init; }
}
