using HeiChartViewer.Web.Components.Ui;
using Microsoft.JSInterop;

namespace HeiChartViewer.Tests.Unit.Web.Components.Ui;

/// <summary>Whoever changes the view while the browser is still busy with it sees the next view, and no fault.</summary>
public sealed class ComponentScriptTests : IAsyncDisposable
{
    private readonly Browser _browser = new();
    private readonly ComponentScript _script;

    public ComponentScriptTests() => _script = new ComponentScript(_browser, "./Some.razor.js");

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    [Fact]
    public async Task A_component_that_goes_before_its_script_has_come_asks_nothing_of_it()
    {
        var module = new Remote();
        var drawn = _script.InvokeVoidAsync("draw");

        await _script.DisposeAsync();
        _browser.Import.SetResult(module);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawn);
        Assert.Empty(module.Calls);
        Assert.True(module.IsDisposed);
    }

    [Fact]
    public async Task What_a_script_cannot_find_any_more_is_no_fault_of_a_component_that_has_gone()
    {
        var module = new Remote();
        _browser.Import.SetResult(module);
        var answer = module.Answer();
        var drawn = _script.InvokeVoidAsync("draw");

        await _script.DisposeAsync();
        answer.SetException(new JSException("its element is not there"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawn);
    }

    [Fact]
    public async Task A_script_that_fails_while_its_component_is_there_is_a_fault()
    {
        var module = new Remote();
        _browser.Import.SetResult(module);
        module.Answer().SetException(new JSException("wrong"));

        await Assert.ThrowsAsync<JSException>(() => _script.InvokeVoidAsync("draw"));
    }

    [Fact]
    public async Task What_was_started_stops_with_its_component()
    {
        var (module, listening) = (new Remote(), new Remote());
        _browser.Import.SetResult(module);
        module.Answer().SetResult(listening);
        await _script.StartAsync("listen");

        await _script.DisposeAsync();

        Assert.Equal(["stop"], listening.Calls);
        Assert.True(listening.IsDisposed);
        Assert.True(module.IsDisposed);
    }

    [Fact]
    public async Task What_starts_after_its_component_has_gone_stops_at_once()
    {
        var (module, listening) = (new Remote(), new Remote());
        _browser.Import.SetResult(module);
        var answer = module.Answer();
        var started = _script.StartAsync("listen");

        await _script.DisposeAsync();
        answer.SetResult(listening);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => started);
        Assert.Equal(["stop"], listening.Calls);
        Assert.True(listening.IsDisposed);
    }

    private sealed class Browser : IJSRuntime
    {
        public TaskCompletionSource<IJSObjectReference> Import { get; } = new();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(
            string identifier,
            CancellationToken cancellationToken,
            object?[]? args
        ) => (TValue)await Import.Task;
    }

    private sealed class Remote : IJSObjectReference
    {
        private TaskCompletionSource<object?>? _answer;

        public List<string> Calls { get; } = [];

        public bool IsDisposed { get; private set; }

        public TaskCompletionSource<object?> Answer() => _answer = new();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(
            string identifier,
            CancellationToken cancellationToken,
            object?[]? args
        )
        {
            Calls.Add(identifier);
            return _answer is null ? default! : (TValue)(await _answer.Task)!;
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
