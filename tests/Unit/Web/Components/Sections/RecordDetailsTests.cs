using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

public sealed class RecordDetailsTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public RecordDetailsTests()
    {
        Services.AddSingleton(RecordSections.Conditions(Sample.Clients()));
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(RecordSections.Documents(Sample.Clients()));
        Services.AddSingleton(ResultSample.Section);
        Services.AddFlux(store =>
            store
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
                .AddFeature<DocumentFeature>()
                .AddReducers(typeof(DocumentReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_record_is_shown_as_received_when_the_reader_asks_and_not_before()
    {
        var details = Details();
        Assert.Null(State.Show);

        Button(details, "As received").Click();

        Assert.Equal((RecordKind.Condition, "1"), (State.Show!.Kind, State.Show.RecordId));
        Assert.Equal(_session, State.Show.Session);
    }

    [Fact]
    public void Text_of_a_record_is_text_whatever_it_says()
    {
        var details = Details();
        Button(details, "As received").Click();

        Dispatch(new RawReceived(State.Show!, "{ \"text\": \"<img src=x onerror=alert(1)>\" }"));

        details.WaitForAssertion(() =>
            Assert.Equal(
                "{ \"text\": \"<img src=x onerror=alert(1)>\" }",
                details.Find("pre").TextContent
            )
        );
        Assert.Empty(details.FindAll("img"));
    }

    [Fact]
    public void Rule_2_What_is_not_there_is_said_and_nothing_is_left_blank()
    {
        var details = Details();
        Button(details, "As received").Click();
        Assert.Contains("Loading", details.Find(".raw").TextContent, StringComparison.Ordinal);

        Dispatch(new RawFailed(State.Show!, new(FailureKind.NotGranted, "condition")));

        details.WaitForAssertion(() =>
            Assert.Contains(
                "Not available",
                details.Find(".raw [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void Whoever_leaves_a_record_and_comes_back_asks_anew()
    {
        var details = Details();
        Button(details, "As received").Click();

        details.Render(parameters => parameters.Add(d => d.Row, null));

        Assert.Null(State.Show);
    }

    [Fact]
    public void Another_of_the_documents_that_share_a_row_is_shown_in_place_of_the_first()
    {
        DocumentReference Document(string id) =>
            new() { Id = id, Contents = [new() { Title = $"Part of {id}" }] };
        var (first, second) = (Document("d1"), Document("d2"));
        var details = Render<RecordDetails<DocumentReference>>(parameters =>
            parameters
                .Add(d => d.Session, _session)
                .Add(d => d.Row, new MergedRecord<DocumentReference>(first, [first, second], []))
        );
        Assert.Contains(
            "Part of d1",
            details.Find(".contents").TextContent,
            StringComparison.Ordinal
        );

        details.Find("[data-contributor=d2] button").Click();

        Assert.Contains(
            "Part of d2",
            details.Find(".contents").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_part_of_a_result_is_shown_with_its_value_its_flag_and_its_codes()
    {
        var result = ResultSample.BloodPressure("2026-01-02T10:00:00Z", "172", "95", flag: "HH");

        var details = Render<RecordDetails<Observation>>(parameters =>
            parameters
                .Add(d => d.Session, _session)
                .Add(d => d.Row, MergedRecord<Observation>.Alone(result))
        );

        var values = details.Find("dl.values").TextContent;
        foreach (var part in new[] { "Systolic", "172 mmHg", "Diastolic", "95 mmHg" })
            Assert.Contains(part, values, StringComparison.Ordinal);
        var flags = details.FindAll("p.flagged").Select(flag => flag.TextContent.Trim()).ToList();
        Assert.Equal(2, flags.Count);
        Assert.Contains("critically high", flags[0], StringComparison.Ordinal);
        Assert.Contains("computed", flags[1], StringComparison.Ordinal);
        foreach (var code in new[] { "85354-9", "8480-6", "8462-4" })
            Assert.Contains(code, details.FindAll("table code").Select(cell => cell.TextContent));
    }

    private RawState State => Services.GetRequiredService<IState<RawState>>().Value;

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private IRenderedComponent<RecordDetails<Condition>> Details() =>
        Render<RecordDetails<Condition>>(parameters =>
            parameters
                .Add(d => d.Session, _session)
                .Add(
                    d => d.Row,
                    MergedRecord<Condition>.Alone(new() { Id = "1", Code = Sample.Text("Asthma") })
                )
        );

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<RecordDetails<Condition>> details,
        string text
    ) => details.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
