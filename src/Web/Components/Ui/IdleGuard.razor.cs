using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HeiChartViewer.Web.Components.Ui;

/// <summary>
/// Watches over one screen. The browser reports that somebody is there; whether that came in time, the server decides.
/// </summary>
public sealed partial class IdleGuard : IAsyncDisposable
{
    private static readonly TimeSpan MostOften = TimeSpan.FromSeconds(15);

    private ElementReference _dialog;
    private IDisposable? _watch;
    private ComponentScript _script = default!;
    private DotNetObjectReference<IdleGuard>? _self;
    private bool _listening;
    private bool _warned;
    private bool _shown;

    /// <summary>Whether somebody is there.</summary>
    [Parameter, EditorRequired]
    public required IPresence Presence { get; set; }

    /// <summary>What whoever may be there is asked before it locks.</summary>
    [Parameter, EditorRequired]
    public required string Question { get; set; }

    /// <summary>What a page says that had to clear itself.</summary>
    [Parameter, EditorRequired]
    public required string Cleared { get; set; }

    /// <summary>Takes what is shown off the screen, from whichever thread: it is locked, or has ended.</summary>
    [Parameter, EditorRequired]
    public required Func<SessionStanding, Task> Leave { get; set; }

    [Inject]
    private FacilityClock Facility { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private string LocksAt =>
        ClinicalDate.TimeOfDay(Facility.Local(Presence.LocksAt), withSeconds: true);

    private double MillisecondsLeft => (Presence.LocksAt - Clock.GetUtcNow()).TotalMilliseconds;

    /// <summary>Somebody has scrolled, typed, pointed or touched.</summary>
    /// <returns>Milliseconds until the chart locks; not more than 0 where it has.</returns>
    [JSInvokable]
    public double Present()
    {
        Presence.Touch();
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
        await _script.DisposeAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _script = new(Js, "./Components/Ui/IdleGuard.razor.js");
        _watch = Presence.Watch(Changed);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var quarter = Presence.WarnAfter / 4;
            await _script.StartAsync(
                "guard",
                _dialog,
                _self,
                (quarter < MostOften ? quarter : MostOften).TotalMilliseconds,
                MillisecondsLeft
            );
            _listening = true;
        }
        if (!_listening || _warned == _shown)
            return;
        _shown = _warned;
        await _script.TellAsync("warn", _warned);
    }

    private void Changed(SessionStanding standing)
    {
        if (standing is SessionStanding.Locked or SessionStanding.Ended)
            _ = Leave(standing);
        else
            _ = InvokeAsync(() =>
            {
                _warned = standing is SessionStanding.Warned;
                StateHasChanged();
            });
    }
}
