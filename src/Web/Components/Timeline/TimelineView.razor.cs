using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>Holds what the lanes have received, and what the reader chose to see of it.</summary>
public sealed partial class TimelineView
{
    private const string WayKey = "way";
    private const string TableWay = "table";
    private const string SourceKey = "timeline-source";

    /// <summary>The lanes, from above.</summary>
    private static readonly IReadOnlyList<ChartView> Views =
    [
        ChartView.Encounters,
        ChartView.Conditions,
        ChartView.Medications,
        ChartView.Procedures,
        ChartView.Results,
        ChartView.Immunizations,
        ChartView.Allergies,
        ChartView.Documents,
    ];

    private IReadOnlyList<LaneContents> _lanes = [.. Views.Select(LaneContents.Unread)];
    private SectionState<DemographicRecord> _demographics = SectionState<DemographicRecord>.Initial;
    private PatientIdentity? _identity;
    private TimelineLife _life = default!;
    private IReadOnlyList<SourceCount> _sources = [];
    private IReadOnlyList<Listed> _apart = [];
    private Listed? _listed;
    private string? _source;
    private string? _wanted;
    private bool _isTable;

    /// <summary>How the view is looked at; null outside of a chart.</summary>
    [CascadingParameter]
    private ChartPlace? Place { get; set; }

    /// <summary>The session.</summary>
    [Parameter, EditorRequired]
    public required ChartSession Session { get; set; }

    [Inject]
    private IState<SectionState<DemographicRecord>> Demographics { get; set; } = default!;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private DataPartitions Partitions { get; set; } = default!;

    [Inject]
    private FacilityClock Facility { get; set; } = default!;

    /// <summary>How many items there are of how many records; "so far" while more may come.</summary>
    private string Sum
    {
        get
        {
            var items = _lanes.Sum(lane => lane.Items.Count);
            var (shown, records) = (
                _lanes.Sum(lane => lane.Shown),
                _lanes.Sum(lane => lane.Records)
            );
            var inItems = Counted(items, "{0} item", "{0} items");
            var of =
                shown == records
                    ? Counted(records, "{0} record in {1}", "{0} records in {1}", inItems)
                    : Counted(
                        records,
                        "showing {1} of {0} record in {2}",
                        "showing {1} of {0} records in {2}",
                        Number(shown),
                        inItems
                    );
            var more = _lanes.All(lane => lane.Status.IsComplete())
                ? ""
                : ", " + Say("more may exist");
            var withdrawn = _lanes.Sum(lane => lane.Withdrawn);
            var besides =
                withdrawn == 0
                    ? ""
                    : "; "
                        + Counted(
                            withdrawn,
                            "{0} entered in error not counted",
                            "{0} entered in error not counted"
                        );
            return of + more + besides;
        }
    }

    private string LifeWords =>
        (_demographics.Status, _identity?.Born, _life.IsDeceased, _identity?.Died) switch
        {
            (SectionStatus.Loading, null, _, _) => Say("birth date loading …"),
            (SectionStatus.NotAvailable or SectionStatus.NotAuthorized, _, _, _) => Say(
                "birth date not available"
            ),
            (_, var born, true, var died) => Say(
                $"born {ClinicalDate.Day(born)}, deceased {Day(died)}"
            ),
            (_, var born, _, _) => Say($"born {ClinicalDate.Day(born)}"),
        };

    private static string Day(PartialDate? died) =>
        died is null ? Say("(date not recorded)") : ClinicalDate.Day(died);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _isTable = Place?[WayKey] == TableWay;
        _wanted = Place?[SourceKey];
        Select(
            Demographics,
            state => state,
            state =>
            {
                _demographics = state;
                _identity = PatientIdentity.From(state.Records, Session.Source);
                Measure();
            }
        );
    }

    private void Receive(LaneContents lane)
    {
        _lanes = [.. _lanes.Select(one => one.View == lane.View ? lane : one)];
        _sources = SourceCount.Of(_lanes.SelectMany(one => one.Sources), Partitions);
        // The source that the address names may be among those still to come.
        if (_source is null && _wanted is not null)
            _source = _sources.FirstOrDefault(one => Place?.Code(one.Key) == _wanted)?.Key;
        Measure();
    }

    private void Measure()
    {
        TimelineItem[] items = [.. _lanes.SelectMany(lane => lane.Items)];
        var life = TimelineLife.Of(_identity, Facility.Today, items);
        // The same life again is not drawn again.
        if (life != _life)
            _life = life;
        _apart =
        [
            new(Phrase.Of("without a date"), [.. items.Where(item => item.Period is null)]),
            new(Phrase.Of("before birth"), [.. items.Where(life.IsBeforeBirth)]),
            new(Phrase.Of("after death"), [.. items.Where(life.IsAfterDeath)]),
            new(Phrase.Of("in the future"), [.. items.Where(life.IsInFuture)]),
        ];
    }

    private Task ShowAsync(bool isTable)
    {
        _isTable = isTable;
        return Place?.SayAsync(WayKey, isTable ? TableWay : null) ?? Task.CompletedTask;
    }

    private Task ChooseAsync(string? source)
    {
        _source = string.IsNullOrEmpty(source) ? null : source;
        _wanted = _source is null ? null : Place?.Code(_source);
        return Place?.SayAsync(SourceKey, _wanted) ?? Task.CompletedTask;
    }

    /// <summary>One item leads to its record; several are listed first.</summary>
    private void Open(IReadOnlyList<TimelineItem> items)
    {
        if (items is [var only])
            Follow(only);
        else if (items.Count > 0)
            _listed = new(
                _lanes.First(lane => lane.View == items[0].View).Noun,
                [.. items.Reverse()]
            );
    }

    private void Follow(TimelineItem item)
    {
        Dispatcher.Dispatch(new MarkRecord(item.View, item.RecordId));
        Navigation.NavigateTo(Session.Address(item.View));
    }

    private sealed record Listed(Phrase Words, IReadOnlyList<TimelineItem> Items);
}
