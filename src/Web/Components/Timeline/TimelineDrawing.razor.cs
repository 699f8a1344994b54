using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;
using HeiChartViewer.Web.Components.Ui;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>
/// Lays the lanes out and hands each to the browser once, which moves and zooms by itself. It is asked again only for
/// what a reader opens.
/// </summary>
public sealed partial class TimelineDrawing : IAsyncDisposable
{
    private readonly Dictionary<ChartView, LaneContents> _sent = [];
    private IReadOnlyList<(LaneContents Lane, LaneLayout Layout)> _laid = [];
    private TimelineLife? _sentLife;
    private ElementReference _root;
    private ComponentScript _script = default!;
    private DotNetObjectReference<TimelineDrawing>? _self;
    private bool _isSending;

    /// <summary>The session.</summary>
    [Parameter, EditorRequired]
    public required ChartSession Session { get; set; }

    /// <summary>The lanes, from above.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<LaneContents> Lanes { get; set; }

    /// <summary>The time they span.</summary>
    [Parameter, EditorRequired]
    public required TimelineLife Life { get; set; }

    /// <summary>The reader has opened one item, or several that stand together.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<IReadOnlyList<TimelineItem>> Opened { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>Called by the browser: what the reader activated. The places may be made up, and then mean nothing.</summary>
    /// <param name="lane">The lane, from above.</param>
    /// <param name="first">The first item of it.</param>
    /// <param name="last">The last.</param>
    /// <param name="level">The level of zoom.</param>
    [JSInvokable]
    public Task Open(int lane, int first, int last, int level) =>
        lane >= 0
        && lane < _laid.Count
        && first >= 0
        && first <= last
        && last < _laid[lane].Layout.Placed.Count
            ? Opened.InvokeAsync([.. _laid[lane].Layout.Between(first, last, level)])
            : Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _script.DisposeAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _script = new(Js, "./Components/Timeline/TimelineDrawing.razor.js");

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var known = _laid.ToDictionary(one => one.Lane.View);
        _laid =
        [
            .. Lanes.Select(lane =>
                known.TryGetValue(lane.View, out var one) && one.Lane == lane
                    ? one
                    : (lane, LaneLayout.Of(lane.Items, MostRows(lane.View)))
            ),
        ];
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A later render may come while this one still waits for the browser: what it brought is sent here too.
        if (_isSending)
            return;
        _isSending = true;
        try
        {
            await SendAsync();
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task SendAsync()
    {
        if (_self is null)
        {
            _self = DotNetObjectReference.Create(this);
            await _script.StartAsync(
                "draw",
                _root,
                _self,
                TimelineGrid.Coarsest,
                TimelineGrid.Levels,
                TimelineSteps.All,
                DrawingWords.Said()
            );
        }
        while (true)
            if (_sentLife != Life)
            {
                _sentLife = Life;
                await _script.TellAsync("life", LifeDrawing.Of(Life));
            }
            else if (Unsent() is { } place)
            {
                var (lane, layout) = _laid[place];
                _sent[lane.View] = lane;
                await _script.TellAsync("lane", place, LaneDrawing.Of($"{lane.Noun}", layout));
            }
            else
                return;
    }

    private int? Unsent()
    {
        for (var i = 0; i < _laid.Count; i++)
            if (_sent.GetValueOrDefault(_laid[i].Lane.View) != _laid[i].Lane)
                return i;
        return null;
    }

    /// <summary>As many rows of bars as a screen has room for: most for what lasts longest.</summary>
    private static int MostRows(ChartView view) =>
        view == ChartView.Conditions || view == ChartView.Medications ? 5 : 2;

    private static string Class(SectionStatus status) =>
        status switch
        {
            SectionStatus.PartlyReceived => "partial",
            SectionStatus.NotAvailable or SectionStatus.NotAuthorized or SectionStatus.Withheld =>
                "unknown",
            _ => "",
        };
}
