using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Components.Documents;
using HeiChartViewer.Web.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Documents;

public sealed class DocumentViewTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;
    private readonly OpenDocument _open = new(
        Sample.Session(),
        new DocumentReference { Id = "d1" },
        new DocumentContent { Title = "Chest X-ray", Binary = new("b1") }
    );

    public DocumentViewTests()
    {
        Services.AddFlux(store =>
            store.AddFeature<DocumentFeature>().AddReducers(typeof(DocumentReducers))
        );
        _module = JSInterop.SetupModule("./Components/Documents/DocumentView.razor.js");
    }

    public static TheoryData<DocumentOutcome?, string> States() =>
        new()
        {
            { null, "Loading" },
            { new DocumentOutcome.Empty(), "Empty." },
            { new DocumentOutcome.TooLarge(1024 * 1024), "up to 1 MB" },
            { new DocumentOutcome.Unsupported("application/dicom"), "application/dicom" },
            { new DocumentOutcome.NotRecorded(), "Not opened." },
            {
                new DocumentOutcome.NotAvailable(new(FailureKind.NotFound, "longitudinal-record")),
                "does not have the document itself"
            },
            {
                new DocumentOutcome.Words(new("10 mg", "windows-1252", true)),
                "It is read as windows-1252"
            },
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Rule_2_Each_state_has_words_and_none_is_a_blank(
        DocumentOutcome? outcome,
        string words
    ) => Assert.Contains(words, View(outcome).Markup, StringComparison.Ordinal);

    [Fact]
    public void Text_stays_text_with_its_line_breaks()
    {
        var view = View(new DocumentOutcome.Words(new("a\n\n <b>b</b>", null, false)));

        Assert.Equal("a\n\n <b>b</b>", view.Find("pre").TextContent);
        Assert.Equal("auto", view.Find("pre").GetAttribute("dir"));
    }

    [Fact]
    public void A_page_stands_in_a_frame_that_may_do_nothing_and_what_was_left_out_is_said()
    {
        var view = View(new DocumentOutcome.Page("/chart/s/document/t", ["2 links"]));

        var frame = view.Find("iframe");
        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Equal("/chart/s/document/t", frame.GetAttribute("src"));
        Assert.Contains("Left out for safety: 2 links", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_a_browser_cannot_draw_says_so()
    {
        var view = View(new DocumentOutcome.Picture("/chart/s/document/t"));
        Assert.Equal("Chest X-ray", view.Find("img").GetAttribute("alt"));

        view.Find("img")
            .TriggerEvent("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());

        Assert.Empty(view.FindAll("img"));
        Assert.Contains("could not draw the picture", view.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_a_browser_does_not_show_PDF_its_ticket_is_not_used_up_on_a_blank(bool shows)
    {
        _module.Setup<bool>("showsPdf").SetResult(shows);

        var view = View(new DocumentOutcome.Pdf("/chart/s/document/t"));

        Assert.Equal(shows ? 1 : 0, view.FindAll("iframe").Count);
        Assert.Equal(
            !shows,
            view.Markup.Contains("does not show PDF within a page", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_is_fetched_once_when_its_saving_has_been_recorded()
    {
        var save = _module.SetupVoid("save", "/chart/s/document/t");
        var view = View(new DocumentOutcome.Unsupported(null));
        Assert.Empty(save.Invocations);

        var ready = new DocumentState
        {
            Open = _open,
            Outcome = new DocumentOutcome.Unsupported(null),
            SaveAddress = "/chart/s/document/t",
        };
        view.Render(parameters => parameters.Add(v => v.State, ready));
        view.Render(parameters => parameters.Add(v => v.State, ready));

        Assert.Single(save.Invocations);
    }

    private IRenderedComponent<DocumentView> View(DocumentOutcome? outcome) =>
        Render<DocumentView>(parameters =>
            parameters.Add(v => v.State, new DocumentState { Open = _open, Outcome = outcome })
        );
}
