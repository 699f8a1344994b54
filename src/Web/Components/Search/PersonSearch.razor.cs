using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HeiChartViewer.Web.Components.Search;

/// <summary>The person search of a signed-in coordinator.</summary>
public partial class PersonSearch
{
    private readonly PersonCriteriaForm _form = new();
    private PersonSearchState _state = PersonSearchState.Initial;
    private ChartUser? _user;
    private string? _problem;
    private LaunchRefusal? _refusal;
    private bool _opening;

    /// <summary>Null where nothing is to be shown: nobody has signed in, or nobody is there.</summary>
    private ScreenPresence? _presence;

    /// <summary>Where the page was asked for from; the browser holds it sealed, and cannot change it.</summary>
    [Parameter]
    public string? RemoteAddress { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private ViewerTenant Tenant => Tenants.SignIn;

    private string Outcome =>
        _state switch
        {
            { IsSearching: true } => "searching",
            { IsAuditUnavailable: true } => "not-recorded",
            { Failure: not null } => "not-available",
            { Search: null } => "idle",
            { Hits.Count: 0, LeftOut: 0 } => "none-found",
            _ => "found",
        };

    private string Found
    {
        get
        {
            var first = _state.Search!.Offset + 1;
            var last = _state.Search.Offset + _state.Hits.Count + _state.LeftOut;
            if (!_state.HasMore && first == 1)
                return Counted(last, "1 person matches.", "{0} people match.");
            return (_state.Total, _state.HasMore) switch
            {
                ({ } all, true) => Say($"People {first}–{last} of {all}; there are more."),
                ({ } all, false) => Say($"People {first}–{last} of {all}."),
                (null, true) => Say($"People {first}–{last}; there are more."),
                (null, false) => Say($"People {first}–{last}."),
            };
        }
    }

    /// <summary>How many of these are not shown, and why.</summary>
    private string? LeftOut =>
        _state.LeftOut == 0
            ? null
            : Counted(
                _state.LeftOut,
                "{0} of them is left out: every source that records a sex or gender records another than the one sought.",
                "{0} of them are left out: every source that records a sex or gender records another than the one sought."
            );

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Select(State, state => state, state => _state = state);
        _user = await CoordinatorAsync();
        if (_user is not null)
        {
            Circuit.EnterSearch(Tenant);
            _presence = new ScreenPresence(Time, Tenant.Session);
        }
        Tickets.Ended += OnSignInEnded;
        if (_user is not null && Recent.Of((await Authentication).User) is { Count: > 0 } recent)
            Dispatcher.Dispatch(new ShowRecentPeople(_user, RemoteAddress, recent));
    }

    /// <inheritdoc />
    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        Tickets.Ended -= OnSignInEnded;
        return base.DisposeAsyncCore(disposing);
    }

    /// <summary>People who were found do not stay on the screen of somebody who has been signed out elsewhere.</summary>
    private void OnSignInEnded(object? sender, EventArgs e) => _ = InvokeAsync(CoordinatorAsync);

    /// <summary>
    /// Takes the people off the screen that nobody is at, and ends the sign-in that would bring them back, where its user is
    /// at no chart either.
    /// </summary>
    private Task LeaveAsync(SessionStanding standing)
    {
        Dispatcher.Dispatch(new PersonSearchLeft());
        return InvokeAsync(async () =>
        {
            _presence = null;
            StateHasChanged();
            await Sessions.EndUnusedAsync((await Authentication).User, CancellationToken.None);
            Navigation.NavigateTo("/", forceLoad: true);
        });
    }

    private async Task Search()
    {
        _refusal = null;
        if (
            _form.Read(new FacilityClock(Time, Tenant.Zone).Today, out _problem) is { } criteria
            && await CoordinatorAsync() is { } user
        )
            Dispatcher.Dispatch(new SearchPeople(user, RemoteAddress, criteria, 0));
    }

    private async Task Turn(int offset)
    {
        if (_state.Search is { } search && offset >= 0 && await CoordinatorAsync() is { } user)
            Dispatcher.Dispatch(search with { User = user, Offset = offset });
    }

    private async Task OpenAsync(PersonHit hit)
    {
        // A click may arrive twice, and may arrive for a row that is gone.
        if (
            _opening
            || !(_state.Hits.Contains(hit) || _state.Recent.Contains(hit))
            || await CoordinatorAsync() is not { } user
        )
            return;
        _opening = true;
        try
        {
            var opened = await Opening.OpenAsync(user, RemoteAddress, hit, CancellationToken.None);
            _refusal = opened.Refusal;
            // A whole new page: another patient is another circuit (design rule 1).
            if (opened.Session is { } session)
            {
                Recent.Add((await Authentication).User, hit);
                Navigation.NavigateTo($"/chart/{session.Id.Value}", forceLoad: true);
            }
        }
        finally
        {
            _opening = false;
        }
    }

    /// <summary>Asked again at every step: what a page once allowed, an event handler may not take for granted.</summary>
    private async Task<ChartUser?> CoordinatorAsync()
    {
        var principal = (await Authentication).User;
        if (principal.IsInRole(Roles.Coordinator) && Tickets.IsOpen(principal))
            return principal.User();
        Navigation.NavigateTo("/", forceLoad: true);
        return null;
    }
}
