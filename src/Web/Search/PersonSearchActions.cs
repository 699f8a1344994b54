using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Search;

/// <summary>Searches for people, or turns to another page of the same search.</summary>
/// <param name="User">Who searches.</param>
/// <param name="RemoteAddress">Where they are, as far as known.</param>
/// <param name="Criteria">What for.</param>
/// <param name="Offset">From which person on.</param>
public sealed record SearchPeople(
    ChartUser User,
    string? RemoteAddress,
    PersonCriteria Criteria,
    int Offset
);

/// <summary>The answer to a search.</summary>
public sealed record PeopleFound(
    SearchPeople Search,
    IReadOnlyList<PersonHit> Hits,
    int? Total,
    bool HasMore
);

/// <summary>A search that HealtheIntent did not answer.</summary>
public sealed record PersonSearchFailed(SearchPeople Search, HealtheIntentFailure Failure);

/// <summary>A search that was not made, for it could not be recorded.</summary>
public sealed record PersonSearchNotRecorded(SearchPeople Search);
