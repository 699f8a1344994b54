using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Search;

/// <summary>How the person search moves; an answer to an earlier search is dropped.</summary>
public static class PersonSearchReducers
{
    /// <summary>A new search forgets the people of the last.</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState state, SearchPeople search) =>
        new()
        {
            Search = search,
            IsSearching = true,
            Recent = state.Recent,
        };

    /// <summary>Whom the user has opened before.</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState state, RecentPeopleShown recent) =>
        state with
        {
            Recent = recent.Shown.People,
        };

    /// <summary>Nothing is kept of a search that was left.</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState _, PersonSearchLeft left) =>
        PersonSearchState.Initial;

    /// <summary>The people of the present search.</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState state, PeopleFound found) =>
        found.Search != state.Search
            ? state
            : state with
            {
                IsSearching = false,
                Hits = SimilarPeople.Mark(found.Hits),
                LeftOut = found.LeftOut,
                Total = found.Total,
                HasMore = found.HasMore,
            };

    /// <summary>No answer is not "nobody".</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState state, PersonSearchFailed failed) =>
        failed.Search != state.Search
            ? state
            : state with
            {
                IsSearching = false,
                Failure = failed.Failure,
            };

    /// <summary>What cannot be recorded is not searched.</summary>
    [ReducerMethod]
    public static PersonSearchState On(PersonSearchState state, PersonSearchNotRecorded failed) =>
        failed.Search != state.Search
            ? state
            : state with
            {
                IsSearching = false,
                IsAuditUnavailable = true,
            };
}
