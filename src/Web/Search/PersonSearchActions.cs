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

/// <summary>Nobody is there to look at the people who were found.</summary>
public sealed record PersonSearchLeft;

/// <summary>The answer to a search.</summary>
/// <param name="Search">The search.</param>
/// <param name="Hits">The people to show.</param>
/// <param name="LeftOut">How many were left out, for they are recorded with another sex than the one sought.</param>
/// <param name="Total">How many HealtheIntent found, whatever their sex.</param>
/// <param name="HasMore">Whether there are more after this page.</param>
public sealed record PeopleFound(
    SearchPeople Search,
    IReadOnlyList<PersonHit> Hits,
    int LeftOut,
    int? Total,
    bool HasMore
);

/// <summary>A search that HealtheIntent did not answer.</summary>
public sealed record PersonSearchFailed(SearchPeople Search, HealtheIntentFailure Failure);

/// <summary>Shows again whom the user has opened in this sign-in.</summary>
/// <param name="User">Who looks.</param>
/// <param name="RemoteAddress">Where they are, as far as known.</param>
/// <param name="People">Whom they have opened.</param>
public sealed record ShowRecentPeople(
    ChartUser User,
    string? RemoteAddress,
    IReadOnlyList<PersonHit> People
);

/// <summary>That they are shown has been recorded.</summary>
public sealed record RecentPeopleShown(ShowRecentPeople Shown);

/// <summary>A search that was not made, for it could not be recorded.</summary>
public sealed record PersonSearchNotRecorded(SearchPeople Search);
