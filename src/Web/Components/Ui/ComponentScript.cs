using Microsoft.JSInterop;

namespace HeiChartViewer.Web.Components.Ui;

/// <summary>
/// The script beside one component. A component may leave the page while it waits for the browser: what it has asked for
/// is then cancelled, which the framework takes for no fault, and what listened in the browser stops.
/// </summary>
/// <param name="js">The circuit's way to the browser.</param>
/// <param name="address">The script's address, as in <c>./Components/Ui/Dialog.razor.js</c>.</param>
public sealed class ComponentScript(IJSRuntime js, string address) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private IJSObjectReference? _started;
    private bool _isGone;

    /// <summary>Calls a function of the script.</summary>
    /// <exception cref="OperationCanceledException">The component or its page has gone.</exception>
    /// <exception cref="JSException">The script failed.</exception>
    public Task<TAnswer> InvokeAsync<TAnswer>(string function, params object?[] arguments) =>
        UnlessGoneAsync(async () =>
            await (await ModuleAsync()).InvokeAsync<TAnswer>(function, arguments)
        );

    /// <summary>Calls a function of the script that answers when a reader has done something.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/exception" />
    public Task<TAnswer> AwaitAsync<TAnswer>(string function, params object?[] arguments) =>
        UnlessGoneAsync(async () =>
            await (await ModuleAsync()).InvokeAsync<TAnswer>(
                function,
                Timeout.InfiniteTimeSpan,
                arguments
            )
        );

    /// <summary>Calls a function of the script that answers nothing.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/exception" />
    public Task InvokeVoidAsync(string function, params object?[] arguments) =>
        UnlessGoneAsync(async () =>
        {
            await (await ModuleAsync()).InvokeVoidAsync(function, arguments);
            return true;
        });

    /// <summary>Calls the function of the script whose answer stays in the browser, until its <c>stop</c> is called.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/exception" />
    public Task StartAsync(string function, params object?[] arguments) =>
        UnlessGoneAsync(async () =>
        {
            _started = await (await ModuleAsync()).InvokeAsync<IJSObjectReference>(
                function,
                arguments
            );
            if (!_isGone)
                return true;
            await StopAsync(_started);
            throw new OperationCanceledException();
        });

    /// <summary>Calls a function of what was started.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/exception" />
    public Task TellAsync(string function, params object?[] arguments) =>
        UnlessGoneAsync(async () =>
        {
            await _started!.InvokeVoidAsync(function, arguments);
            return true;
        });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_isGone)
            return;
        _isGone = true;
        try
        {
            if (_started is not null)
                await StopAsync(_started);
            if (_module is { IsCompletedSuccessfully: true })
                await (await _module).DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and what listened there with it; or it is no longer heard.
        }
    }

    private static async Task StopAsync(IJSObjectReference started)
    {
        await started.InvokeVoidAsync("stop");
        await started.DisposeAsync();
    }

    private async Task<IJSObjectReference> ModuleAsync()
    {
        var module = await (
            _module ??= js.InvokeAsync<IJSObjectReference>("import", address).AsTask()
        );
        if (!_isGone)
            return module;
        await module.DisposeAsync();
        throw new OperationCanceledException();
    }

    private async Task<TAnswer> UnlessGoneAsync<TAnswer>(Func<Task<TAnswer>> call)
    {
        if (_isGone)
            throw new OperationCanceledException();
        try
        {
            return await call();
        }
        catch (JSDisconnectedException gone)
        {
            throw new OperationCanceledException(gone.Message, gone);
        }
        catch (Exception late) when (_isGone && late is JSException or ObjectDisposedException)
        {
            // Its elements were taken out of the page before the script was called.
            throw new OperationCanceledException(late.Message, late);
        }
    }
}
