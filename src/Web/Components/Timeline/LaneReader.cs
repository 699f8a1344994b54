using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>Reads a section for its lane of the timeline, and again whenever it changes. It draws nothing itself.</summary>
public sealed class LaneReader<TRecord> : FluxComponent
    where TRecord : ClinicalRecord
{
    private SectionState<TRecord> _state = SectionState<TRecord>.Initial;
    private (SectionState<TRecord> State, string? Source)? _read;

    /// <summary>The data partition whose records alone are shown; null for all.</summary>
    [Parameter, EditorRequired]
    public required string? Source { get; set; }

    /// <summary>The lane has been read.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<LaneContents> Read { get; set; }

    [Inject]
    private IState<SectionState<TRecord>> State { get; set; } = default!;

    [Inject]
    private RecordSection<TRecord> Section { get; set; } = default!;

    [Inject]
    private FacilityClock Facility { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Select(State, state => state, state => _state = state);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_read == (_state, Source))
            return;
        _read = (_state, Source);
        await Read.InvokeAsync(LaneContents.Of(Section, _state, Source, Facility.Today));
    }
}
