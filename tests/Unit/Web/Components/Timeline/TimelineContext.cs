using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Timeline;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Timeline;

/// <summary>The timeline, and what came of its sections.</summary>
public abstract class TimelineContext : BunitContext
{
    private const string Module = "./Components/Timeline/TimelineDrawing.razor.js";

    /// <summary>The chart.</summary>
    private protected ChartSession Session { get; } = Sample.Session();

    /// <summary>What draws in the browser.</summary>
    private protected BunitJSModuleInterop Drawing { get; }

    protected TimelineContext()
    {
        var client = Sample.Client();
        Services.AddSingleton(RecordSections.Encounters(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Conditions(Sample.Clients(client)));
        Services.AddSingleton(
            RecordSections.Medications(Sample.Clients(client), new ManualClock())
        );
        Services.AddSingleton(RecordSections.Procedures(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Results(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Immunizations(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Allergies(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Documents(Sample.Clients(client)));
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("east", "Eastside")])
        );
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<SectionFeature<Encounter>>()
                .AddReducers(typeof(SectionReducers<Encounter>))
                .AddFeature<SectionFeature<Condition>>()
                .AddReducers(typeof(SectionReducers<Condition>))
                .AddFeature<SectionFeature<Medication>>()
                .AddReducers(typeof(SectionReducers<Medication>))
                .AddFeature<SectionFeature<Procedure>>()
                .AddReducers(typeof(SectionReducers<Procedure>))
                .AddFeature<SectionFeature<Observation>>()
                .AddReducers(typeof(SectionReducers<Observation>))
                .AddFeature<SectionFeature<Immunization>>()
                .AddReducers(typeof(SectionReducers<Immunization>))
                .AddFeature<SectionFeature<Allergy>>()
                .AddReducers(typeof(SectionReducers<Allergy>))
                .AddFeature<SectionFeature<DocumentReference>>()
                .AddReducers(typeof(SectionReducers<DocumentReference>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
        // A dialog stays open: nobody closes it.
        JSInterop.SetupModule("./Components/Ui/Dialog.razor.js").Setup<bool>("show", _ => true);
        var module = JSInterop.SetupModule(Module);
        Drawing = module.SetupModule("draw", _ => true);
        Drawing.Mode = JSRuntimeMode.Loose;
    }

    private protected static readonly HealtheIntentFailure Failure = new(
        FailureKind.ViewerFault,
        "observation"
    );

    private protected IRenderedComponent<TimelineView> View() =>
        Render<TimelineView>(parameters => parameters.Add(view => view.Session, Session));

    private protected static void Table(IRenderedComponent<TimelineView> view) =>
        Button(view, "Table").Click();

    private protected static AngleSharp.Dom.IElement Button(
        IRenderedComponent<TimelineView> view,
        string text
    ) => view.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private protected static string Said(IRenderedComponent<TimelineView> view, string lane) =>
        view.Find($"[data-lane={lane}] .said").TextContent;

    private protected LaneDrawing Sent(int lane) =>
        (LaneDrawing)
            Drawing
                .Invocations["lane"]
                .Last(call => call.Arguments[0] is int place && place == lane)
                .Arguments[1]!;

    private protected static IEnumerable<string> Titles(LaneDrawing lane) =>
        lane.Title.Select(place => lane.Words[place]);

    private protected void ReceiveNothing()
    {
        ReceiveNone<Encounter>();
        ReceiveNone<Condition>();
        ReceiveNone<Medication>();
        ReceiveNone<Procedure>();
        ReceiveNone<Observation>();
        ReceiveNone<Immunization>();
        ReceiveNone<Allergy>();
        ReceiveNone<DocumentReference>();
    }

    private protected void ReceiveNone<TRecord>()
    {
        var load = new LoadSection<TRecord>(Session);
        Dispatch(load);
        Dispatch(new SectionReceived<TRecord>(load, Session.OpenedAt, SaysNone: false));
    }

    private protected void Receive(params Condition[] records)
    {
        var load = new LoadSection<Condition>(Session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<Condition>(load, records, Session.OpenedAt));
        Dispatch(new SectionReceived<Condition>(load, Session.OpenedAt, SaysNone: false));
    }

    private protected void Person(DemographicRecord person)
    {
        var load = new LoadSection<DemographicRecord>(Session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<DemographicRecord>(load, [person], Session.OpenedAt));
        Dispatch(new SectionReceived<DemographicRecord>(load, Session.OpenedAt, SaysNone: false));
    }

    private protected void Fail<TRecord>()
    {
        var load = new LoadSection<TRecord>(Session);
        Dispatch(load);
        Dispatch(new SectionFailed<TRecord>(load, Failure));
    }

    private protected void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private protected static Condition Gout(string id, string? onset) => Named(id, "Gout", onset);

    private protected static Condition Named(
        string id,
        string name,
        string? onset,
        string? resolved = null
    ) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            Onset = Date(onset),
            ResolvedOn = Date(resolved),
        };

    private protected static PartialDate? Date(string? text) =>
        text is null ? null : PartialDate.Parse(text);
}
