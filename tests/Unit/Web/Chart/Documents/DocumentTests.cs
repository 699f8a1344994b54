using System.Net;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

/// <summary>A document, from the button to its one state.</summary>
public sealed class DocumentTests : IAsyncDisposable
{
    private readonly ChartSession _session = Sample.Session();
    private readonly AuditList _audit = new();
    private readonly List<int> _entriesWhenAsked = [];
    private readonly HealtheIntentClient _client;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private byte[] _bytes = "words"u8.ToArray();
    private string _type = "text/plain";
    private HttpStatusCode _status = HttpStatusCode.OK;

    public DocumentTests()
    {
        _client = Wire.Client(
            new StubTransport(
                (_, _) =>
                {
                    _entriesWhenAsked.Add(_audit.Entries.Count);
                    if (_status is not HttpStatusCode.OK)
                        return Answer.With(_status);
                    var content = new ByteArrayContent(_bytes);
                    content.Headers.TryAddWithoutValidation("Content-Type", _type);
                    return new HttpResponseMessage { Content = content };
                }
            )
        );
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ManualClock())
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(Sample.Sessions(new ManualClock(), _session))
            .AddSingleton(circuit =>
                Sample.Glass(circuit.GetRequiredService<ChartSessions>(), ChartView.Documents)
            )
            .AddSingleton(Sample.Clients(_client))
            .AddSingleton<DocumentTickets>()
            .AddSingleton<DocumentReading>()
            .AddFlux(store =>
                store
                    .AddFeature<DocumentFeature>()
                    .AddReducers(typeof(DocumentReducers))
                    .AddEffects<DocumentEffects>()
            )
            .BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        _ = _scope.ServiceProvider.GetRequiredService<IStore>();
        // What stands behind glass here is seen, until a test says otherwise.
        _services
            .GetRequiredService<ChartSessions>()
            .BreakGlass(_session.Id, DateTimeOffset.MaxValue);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task Control_64_A_document_that_is_withheld_is_neither_opened_nor_kept_open()
    {
        _bytes = "secret"u8.ToArray();
        Assert.IsType<DocumentOutcome.Words>((await OpenAsync()).Outcome);

        _services.GetRequiredService<ChartSessions>().MendGlass(_session.Id);
        await DispatchAsync(new GlassChanged(_session));
        Assert.Null(State.Outcome);

        var refused = Assert.IsType<DocumentOutcome.NotAvailable>((await OpenAsync()).Outcome);
        Assert.Equal(FailureKind.Withheld, refused.Failure.Kind);
    }

    [Fact]
    public async Task Text_is_shown_as_text()
    {
        _bytes = Encoding.UTF8.GetBytes("Line one\n\n  <b>line</b> three");

        var words = Assert.IsType<DocumentOutcome.Words>((await OpenAsync()).Outcome);

        Assert.Equal("Line one\n\n  <b>line</b> three", words.Text.Text);
    }

    [Fact]
    public async Task HTML_becomes_a_page_of_its_own_that_is_clean()
    {
        (_type, _bytes) = ("text/html", "<h1>Letter</h1><script>x()</script>"u8.ToArray());

        var page = Assert.IsType<DocumentOutcome.Page>((await OpenAsync()).Outcome);

        Assert.Equal(["1 active part"], page.LeftOut);
        var show = Redeem(page.Address);
        Assert.Equal("text/html; charset=utf-8", show.ContentType);
        var html = Encoding.UTF8.GetString(show.Bytes.Span);
        Assert.Contains("<h1>Letter</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("x()", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clinical_document_becomes_a_page_and_other_XML_stays_text()
    {
        _type = "application/xml";
        _bytes =
            "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Summary</title></ClinicalDocument>"u8.ToArray();
        Assert.IsType<DocumentOutcome.Page>((await OpenAsync()).Outcome);

        _bytes = "<other/>"u8.ToArray();
        Assert.IsType<DocumentOutcome.Words>((await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task Pictures_and_PDF_are_served_as_what_they_are_whatever_their_source_calls_them()
    {
        (_type, _bytes) = ("text/html", "GIF89a"u8.ToArray());
        var picture = Assert.IsType<DocumentOutcome.Picture>((await OpenAsync()).Outcome);
        Assert.Equal("image/gif", Redeem(picture.Address).ContentType);

        _bytes = "%PDF-1.7"u8.ToArray();
        var pdf = Assert.IsType<DocumentOutcome.Pdf>((await OpenAsync()).Outcome);
        Assert.Equal("application/pdf", Redeem(pdf.Address).ContentType);
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData(" \r\n ", "text/plain")]
    [InlineData("<style>p {}</style>", "text/html")]
    public async Task Rule_2_A_document_with_nothing_to_read_says_so(string bytes, string type)
    {
        (_type, _bytes) = (type, Encoding.UTF8.GetBytes(bytes));

        Assert.IsType<DocumentOutcome.Empty>((await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task Rule_2_A_document_of_another_kind_says_which()
    {
        (_type, _bytes) = ("application/dicom", [0, 1, 2]);

        Assert.Equal(
            new DocumentOutcome.Unsupported("application/dicom"),
            (await OpenAsync()).Outcome
        );
    }

    [Theory]
    [InlineData("text/plain", DocumentReading.MostTextBytes + 1, DocumentReading.MostTextBytes)]
    [InlineData("image/png", DocumentReading.MostBytes + 1, DocumentReading.MostBytes)]
    public async Task Rule_2_A_document_that_is_too_large_says_how_large_it_may_be(
        string type,
        int bytes,
        long most
    )
    {
        (_type, _bytes) = (type, new byte[bytes]);
        _bytes.AsSpan().Fill((byte)'a');

        Assert.Equal(new DocumentOutcome.TooLarge(most), (await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task Rule_2_A_document_that_cannot_be_had_says_why()
    {
        _status = HttpStatusCode.Forbidden;

        var failed = Assert.IsType<DocumentOutcome.NotAvailable>((await OpenAsync()).Outcome);

        Assert.Equal(FailureKind.NotGranted, failed.Failure.Kind);
    }

    [Fact]
    public async Task Rule_6_Opening_is_recorded_before_the_document_is_asked_for()
    {
        await OpenAsync();

        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(
            (AuditAction.DocumentOpened, "documents", "d1 b1"),
            (entry.Action, entry.Section, entry.Detail)
        );
        Assert.Equal([1], _entriesWhenAsked);
    }

    [Fact]
    public async Task Rule_6_What_cannot_be_recorded_is_not_asked_for()
    {
        _audit.IsDown = true;

        Assert.IsType<DocumentOutcome.NotRecorded>((await OpenAsync()).Outcome);
        Assert.Empty(_entriesWhenAsked);
    }

    [Fact]
    public async Task Rule_6_Saving_is_recorded_before_there_is_anything_to_fetch()
    {
        var open = (await OpenAsync()).Open!;

        await DispatchAsync(new SaveDocument(open));

        Assert.Equal(
            [AuditAction.DocumentOpened, AuditAction.DocumentDownloaded],
            _audit.Entries.Select(entry => entry.Action)
        );
        Assert.Equal(
            new DocumentDelivery.Save(open.Content),
            Tickets.Redeem(_session, TicketOf(State.SaveAddress!))
        );
    }

    [Fact]
    public async Task Rule_6_What_cannot_be_recorded_is_not_saved()
    {
        var open = (await OpenAsync()).Open!;
        _audit.IsDown = true;

        await DispatchAsync(new SaveDocument(open));

        Assert.True(State.IsSaveNotRecorded);
        Assert.Null(State.SaveAddress);
    }

    [Fact]
    public async Task A_closed_session_opens_and_saves_nothing()
    {
        var open = (await OpenAsync()).Open!;
        _services.GetRequiredService<ChartSessions>().End(_session.Id);

        await OpenAsync();
        await DispatchAsync(new SaveDocument(open));

        Assert.Single(_audit.Entries);
        Assert.Single(_entriesWhenAsked);
        Assert.Null(State.SaveAddress);
    }

    [Fact]
    public async Task A_closed_document_and_a_stopped_chart_are_forgotten()
    {
        await OpenAsync();
        await DispatchAsync(new DocumentClosed());
        Assert.Equal(new DocumentState(), State);

        await OpenAsync();
        await DispatchAsync(new ChartStopped(ChartStop.SessionEnded));
        Assert.Equal(new DocumentState(), State);
    }

    private DocumentState State =>
        _scope.ServiceProvider.GetRequiredService<IState<DocumentState>>().Value;

    private DocumentTickets Tickets => _services.GetRequiredService<DocumentTickets>();

    private DocumentDelivery.Show Redeem(string address) =>
        Assert.IsType<DocumentDelivery.Show>(Tickets.Redeem(_session, TicketOf(address)));

    private static string TicketOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    private async Task DispatchAsync(object action)
    {
        _scope.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(action);
        await _scope.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
    }

    private async Task<DocumentState> OpenAsync()
    {
        var content = new DocumentContent { Binary = new Reference("b1"), ContentType = _type };
        await DispatchAsync(
            new OpenDocument(
                _session,
                new DocumentReference { Id = "d1", Contents = [content] },
                content
            )
        );
        return State;
    }
}
