using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Components.Results;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

/// <summary>What records of every kind have in common, for tests that hold for every section.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Words">What it is about.</param>
/// <param name="Source">Its data partition.</param>
/// <param name="Status">Its status.</param>
/// <param name="When">Its date.</param>
/// <param name="Encounter">The encounter it names.</param>
/// <param name="Codings">What it is about, in codes.</param>
internal sealed record RecordSeed(
    string Id,
    string Words,
    string Source = Sample.Partition,
    string? Status = null,
    string? When = null,
    string? Encounter = null,
    IReadOnlyList<Coding>? Codings = null
)
{
    public SourceIdentifier SourceIdentifier => new(Source, $"local-{Id}");

    public CodeableConcept Code => new() { Text = Words, Codings = Codings ?? [] };

    public CodeableConcept? StatusCode => Status is null ? null : Sample.Text(Status);

    public PartialDate? Date => When is null ? null : PartialDate.Parse(When);

    public Reference? Visit => Encounter is null ? null : new Reference(Encounter);
}

/// <summary>A section in full, whichever it is.</summary>
internal abstract class SectionCase
{
    private static readonly IReadOnlyList<SectionCase> All =
    [
        new Of<Allergy>(
            RecordSections.Allergies,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    AssertedOn = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<Condition>(
            RecordSections.Conditions,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    Onset = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<Medication>(
            clients => RecordSections.Medications(clients, new ManualClock()),
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    Start = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<MedicationDispense>(
            RecordSections.Dispenses,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    DispensedOn = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<Observation>(
            RecordSections.Results,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    EffectiveOn = seed.Date,
                    Value = new ObservationValue.Worded("positive"),
                    Encounter = seed.Visit,
                }
        ),
        new Of<Encounter>(
            RecordSections.Encounters,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Type = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    Start = seed.Date,
                }
        ),
        new Of<Immunization>(
            RecordSections.Immunizations,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    OccurredOn = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<Procedure>(
            RecordSections.Procedures,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Code = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    Start = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
        new Of<DocumentReference>(
            RecordSections.Documents,
            seed =>
                new()
                {
                    Id = seed.Id,
                    Type = seed.Code,
                    SourceIdentifier = seed.SourceIdentifier,
                    Status = seed.StatusCode,
                    CreatedOn = seed.Date,
                    Encounter = seed.Visit,
                }
        ),
    ];

    /// <summary>What each section holds, in the plural.</summary>
    public static TheoryData<string> Nouns => [.. All.Select(section => section.Noun)];

    public abstract string Noun { get; }

    public static SectionCase Find(string noun) => All.Single(section => section.Noun == noun);

    /// <summary>Prepares a context to show the section.</summary>
    public abstract void Prepare(BunitContext context);

    /// <summary>Begins a load, in which some records have come by a time.</summary>
    public abstract object Receive(
        BunitContext context,
        ChartSession session,
        DateTimeOffset asOf,
        params IEnumerable<RecordSeed> records
    );

    /// <summary>Ends a load well, or with a failure.</summary>
    public abstract void End(
        BunitContext context,
        object load,
        FailureKind? failure,
        bool saysNone = false
    );

    /// <summary>The ids of the records behind each row, the lead's first.</summary>
    public abstract IReadOnlyList<IReadOnlyList<string>> Rows(IEnumerable<RecordSeed> records);

    /// <summary>The section's lane of the timeline, of all sources or of one.</summary>
    public abstract LaneContents Lane(IEnumerable<RecordSeed> records, string? source);

    /// <summary>Draws the section.</summary>
    public abstract IRenderedComponent<IComponent> View(BunitContext context, ChartSession session);

    private sealed class Of<TRecord>(
        Func<TenantClients, RecordSection<TRecord>> define,
        Func<RecordSeed, TRecord> record
    ) : SectionCase
        where TRecord : ClinicalRecord
    {
        private readonly RecordSection<TRecord> _section = define(Sample.Clients());

        public override string Noun => _section.Noun.English;

        public override void Prepare(BunitContext context)
        {
            context.JSInterop.Mode = JSRuntimeMode.Loose;
            context.Services.AddSingleton(_section);
            context.Services.AddSingleton<SectionDefinition<TRecord>>(_section);
            context.Services.AddSingleton(
                new DataPartitions([
                    new(Sample.Partition, "St. Brigid"),
                    new("east", "Eastside"),
                    new("claims", "Claims"),
                ])
            );
            context.Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
            context.Services.AddFlux(store =>
                store
                    .AddFeature<SectionFeature<TRecord>>()
                    .AddReducers(typeof(SectionReducers<TRecord>))
                    .AddFeature<FindFeature>()
                    .AddReducers(typeof(FindReducers))
                    .AddFeature<VisitFeature>()
                    .AddReducers(typeof(VisitReducers))
                    .AddFeature<RawFeature>()
                    .AddReducers(typeof(RawReducers))
            );
        }

        public override object Receive(
            BunitContext context,
            ChartSession session,
            DateTimeOffset asOf,
            params IEnumerable<RecordSeed> records
        )
        {
            var load = new LoadSection<TRecord>(session);
            var dispatcher = context.Services.GetRequiredService<IDispatcher>();
            dispatcher.Dispatch(load);
            TRecord[] received = [.. records.Select(record)];
            if (received.Length > 0)
                dispatcher.Dispatch(new SectionPageReceived<TRecord>(load, received, asOf));
            return load;
        }

        public override IReadOnlyList<IReadOnlyList<string>> Rows(
            IEnumerable<RecordSeed> records
        ) =>
            [
                .. RecordMerge
                    .Merge(_section, _section.Order(records.Select(record)))
                    .Select(row =>
                        (IReadOnlyList<string>)
                            [
                                row.Lead.Id,
                                .. row
                                    .Contributors.Where(one => one != row.Lead)
                                    .Select(one => one.Id),
                            ]
                    ),
            ];

        public override LaneContents Lane(IEnumerable<RecordSeed> records, string? source) =>
            LaneContents.Of(
                _section,
                new SectionState<TRecord>
                {
                    Status = SectionStatus.Known,
                    Records = [.. records.Select(record)],
                },
                source,
                new DateOnly(2026, 11, 23)
            );

        public override void End(
            BunitContext context,
            object load,
            FailureKind? failure,
            bool saysNone
        )
        {
            var ended = (LoadSection<TRecord>)load;
            context
                .Services.GetRequiredService<IDispatcher>()
                .Dispatch(
                    failure is { } kind
                        ? new SectionFailed<TRecord>(ended, new(kind, _section.Api))
                        : new SectionReceived<TRecord>(ended, ended.Session.OpenedAt, saysNone)
                );
        }

        public override IRenderedComponent<IComponent> View(
            BunitContext context,
            ChartSession session
        ) =>
            // Results are shown in more ways than other records.
            typeof(TRecord) == typeof(Observation)
                ? context.Render<ResultsView>(parameters =>
                    parameters.Add(view => view.Session, session)
                )
                : context.Render<RecordView<TRecord>>(parameters =>
                    parameters.Add(view => view.Session, session)
                );
    }
}
