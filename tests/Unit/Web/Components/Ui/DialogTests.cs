using Bunit;
using HeiChartViewer.Web.Components.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace HeiChartViewer.Tests.Unit.Web.Components.Ui;

/// <summary>What a reader opens is on the screen, however quickly it follows on what they have closed, and once.</summary>
public sealed class DialogTests : BunitContext
{
    private readonly Browser _browser = new();
    private readonly object _first = new();
    private readonly object _second = new();
    private int _closed;

    public DialogTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public void What_is_opened_is_shown_once_however_often_it_is_drawn()
    {
        var dialog = Open(_first);
        dialog.Render(with => with.Add(one => one.Title, "Drawn again"));

        Assert.Equal(["show"], _browser.Calls);
        Assert.True(_browser.IsOpen);
        Assert.Equal("Drawn again", dialog.Find("h2").TextContent);
    }

    [Fact]
    public async Task What_the_reader_closes_is_said_once_and_not_shown_again()
    {
        var dialog = Open(_first);

        await dialog.InvokeAsync(_browser.Close);
        Assert.Equal(1, _closed);
        Show(dialog, null);

        Assert.Equal(["show"], _browser.Calls);
        Assert.Equal(1, _closed);
    }

    [Fact]
    public async Task What_the_reader_has_closed_stays_closed_while_its_owner_is_yet_to_let_go_of_it()
    {
        var dialog = Open(_first);

        await dialog.InvokeAsync(_browser.Close);
        Assert.Equal(1, _closed);
        dialog.Render(with => with.Add(one => one.Title, "Drawn again"));
        Assert.Equal(["show"], _browser.Calls);

        Show(dialog, null);
        Show(dialog, _first);
        Assert.Equal(["show", "show"], _browser.Calls);
    }

    [Fact]
    public async Task What_is_opened_before_the_last_drawing_has_arrived_is_shown()
    {
        var dialog = Open(_first);

        await dialog.InvokeAsync(_browser.Close);
        Assert.Equal(1, _closed);
        // A slow line leaves out the drawing in which nothing is open.
        Show(dialog, _second);

        Assert.Equal(["show", "show"], _browser.Calls);
        Assert.True(_browser.IsOpen);
        await dialog.InvokeAsync(_browser.Close);
        Assert.Equal(2, _closed);
    }

    [Fact]
    public async Task What_is_opened_before_its_closing_is_heard_is_not_taken_for_closed()
    {
        var dialog = Open(_first);

        _browser.CloseUnheard();
        Show(dialog, _second);
        await dialog.InvokeAsync(_browser.Hear);

        Assert.Equal(["show", "show"], _browser.Calls);
        Assert.True(_browser.IsOpen);
        Assert.Equal(0, _closed);
    }

    [Fact]
    public void What_its_owner_closes_is_hidden_and_not_said_to_be_closed()
    {
        var dialog = Open(_first);

        Show(dialog, null);

        Assert.Equal(["show", "hide"], _browser.Calls);
        Assert.False(_browser.IsOpen);
        Assert.Equal(0, _closed);
        Assert.Empty(dialog.FindAll("h2"));
    }

    [Fact]
    public async Task What_its_owner_closes_and_opens_again_is_shown_although_the_closing_is_heard_late()
    {
        var dialog = Open(_first);

        _browser.IsSlow = true;
        Show(dialog, null);
        Show(dialog, _first);
        await dialog.InvokeAsync(_browser.Hear);

        Assert.Equal(["show", "hide", "show"], _browser.Calls);
        Assert.True(_browser.IsOpen);
        Assert.Equal(0, _closed);
        _browser.IsSlow = false;
        await dialog.InvokeAsync(_browser.Close);
        Assert.Equal(1, _closed);
    }

    private IRenderedComponent<Dialog> Open(object subject) =>
        Render<Dialog>(with =>
            with.Add(one => one.Title, "Drawn")
                .Add(one => one.Subject, subject)
                .Add(one => one.Closed, () => _closed++)
        );

    private static void Show(IRenderedComponent<Dialog> dialog, object? subject) =>
        dialog.Render(with => with.Add(one => one.Subject, subject));

    /// <summary>A dialog in a browser, and what is heard of it.</summary>
    private sealed class Browser : IJSRuntime, IJSObjectReference
    {
        private readonly List<TaskCompletionSource<object?>> _shows = [];
        private readonly List<TaskCompletionSource<object?>> _unheard = [];

        public List<string> Calls { get; } = [];

        public bool IsOpen { get; private set; }

        /// <summary>Whether what is closed is heard only when the test says so.</summary>
        public bool IsSlow { get; set; }

        public void CloseUnheard()
        {
            IsOpen = false;
            _unheard.AddRange(_shows);
            _shows.Clear();
        }

        public void Hear()
        {
            foreach (var show in _unheard)
                show.SetResult(true);
            _unheard.Clear();
        }

        public void Close()
        {
            CloseUnheard();
            Hear();
        }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            if (identifier == "import")
                return (TValue)(object)this;
            Calls.Add(identifier);
            if (identifier == "hide")
            {
                CloseUnheard();
                if (!IsSlow)
                    Hear();
                return default!;
            }
            IsOpen = true;
            var show = new TaskCompletionSource<object?>();
            _shows.Add(show);
            return (TValue)(await show.Task)!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(
            string identifier,
            CancellationToken cancellationToken,
            object?[]? args
        ) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
