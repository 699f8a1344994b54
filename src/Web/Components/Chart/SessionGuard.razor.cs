using System.Globalization;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace HeiChartViewer.Web.Components.Chart;

/// <summary>
/// Watches over the session of one screen. The browser reports that somebody is there; whether that came in time, the
/// server decides.
/// </summary>
public sealed partial class SessionGuard : IAsyncDisposable
{
    private static readonly TimeSpan MostOften = TimeSpan.FromSeconds(15);

    private ElementReference _dialog;
    private SessionWatch? _watch;
    private IJSObjectReference? _module;
    private IJSObjectReference? _guard;
    private DotNetObjectReference<SessionGuard>? _self;
    private bool _warned;
    private bool _shown;

    /// <summary>The session.</summary>
    [Parameter, EditorRequired]
    public required ChartSession Session { get; set; }

    [Inject]
    private ChartSessions Sessions { get; set; } = default!;

    [Inject]
    private SmartAuthority Authority { get; set; } = default!;

    [Inject]
    private IOptions<ChartSessionOptions> Limits { get; set; } = default!;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private FacilityClock Facility { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private string LocksAt =>
        Facility.Local(_watch!.LocksAt).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private double MillisecondsLeft => (_watch!.LocksAt - Clock.GetUtcNow()).TotalMilliseconds;

    /// <summary>Somebody has scrolled, typed, pointed or touched.</summary>
    /// <returns>Milliseconds until the chart locks; not more than 0 where it has.</returns>
    [JSInvokable]
    public double Present()
    {
        Sessions.Touch(Session.Id);
        Authority.Touch(Session.Id);
        return MillisecondsLeft;
    }

    /// <summary>Asks, and is no sign that anybody is there.</summary>
    /// <returns>Milliseconds until the chart locks; not more than 0 where it has.</returns>
    [JSInvokable]
    public double Left() => MillisecondsLeft;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        try
        {
            if (_guard is not null)
            {
                await _guard.InvokeVoidAsync("stop");
                await _guard.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and what listened there with it; or it is no longer heard.
        }
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _watch = Sessions.Watch(Session.Id, Changed);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>(
                "import",
                "./Components/Chart/SessionGuard.razor.js"
            );
            _self = DotNetObjectReference.Create(this);
            var quarter = Limits.Value.WarnAfter / 4;
            _guard = await _module.InvokeAsync<IJSObjectReference>(
                "guard",
                _dialog,
                _self,
                (quarter < MostOften ? quarter : MostOften).TotalMilliseconds,
                MillisecondsLeft
            );
        }
        if (_guard is null || _warned == _shown)
            return;
        _shown = _warned;
        await _guard.InvokeVoidAsync("warn", _warned);
    }

    private void Changed(SessionStanding standing)
    {
        if (standing is SessionStanding.Locked or SessionStanding.Ended)
        {
            Dispatcher.Dispatch(
                new ChartStopped(
                    standing is SessionStanding.Locked ? ChartStop.Locked : ChartStop.SessionEnded
                )
            );
            _ = InvokeAsync(LeaveAsync);
        }
        else
            _ = InvokeAsync(() =>
            {
                _warned = standing is SessionStanding.Warned;
                StateHasChanged();
            });
    }

    /// <summary>
    /// Loads the page anew, and so ends the circuit: what is left to say, a page without one says. It comes after the
    /// screen that shows nothing any more, and waits for no answer: of a closed session none is heard.
    /// </summary>
    private async Task LeaveAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("location.reload");
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page went before it could answer, as it should.
        }
    }
}
