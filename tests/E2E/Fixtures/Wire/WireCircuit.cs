using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>
/// A client of circuits that is no browser: it writes what origin it likes, answers as a page would and draws nothing.
/// </summary>
public sealed class WireCircuit : IDisposable
{
    private const string Drawing = "JS.RenderBatch";
    private const long AsObject = 1;
    private const long AsNothing = 3;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Uri _app;
    private readonly Func<string> _cookies;
    private readonly Action<int, IEnumerable<string>> _read;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _waiting = new();
    private readonly ConcurrentDictionary<long, bool> _pressable = new();
    private ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;
    private string _id = "";
    private int _calls;
    private int _objects;
    private int _updates;

    private WireCircuit(Uri app, Func<string> cookies, Action<int, IEnumerable<string>> read) =>
        (_app, _cookies, _read) = (app, cookies, read);

    /// <summary>What can be pressed.</summary>
    public IReadOnlyList<long> Pressable => [.. _pressable.Keys.Order()];

    /// <summary>Whether the server has ended it, or told the page to load itself anew.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What the server says went wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Connects and begins a circuit that shows nothing; null where no connection was to be had.</summary>
    public static async Task<WireCircuit?> StartAsync(Uri app)
    {
        try
        {
            return await StartAsync(app, app, "", () => "", (_, _) => { });
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Connects and begins one.</summary>
    /// <param name="app">The app.</param>
    /// <param name="page">The page's address.</param>
    /// <param name="state">What the page brought for it.</param>
    /// <param name="cookies">What the browser sends along.</param>
    /// <param name="read">Is given how long each message is, and its texts.</param>
    public static async Task<WireCircuit> StartAsync(
        Uri app,
        Uri page,
        string state,
        Func<string> cookies,
        Action<int, IEnumerable<string>> read
    )
    {
        var circuit = new WireCircuit(app, cookies, read);
        try
        {
            await circuit.ConnectAsync();
            circuit._id = (string)
                (
                    await circuit.InvokeAsync(
                        "StartCircuit",
                        app.ToString(),
                        page.ToString(),
                        "[]",
                        state
                    )
                )!;
            return circuit;
        }
        catch
        {
            circuit.Dispose();
            throw;
        }
    }

    /// <summary>Shows the page's component, or shows it otherwise, and waits until that is drawn.</summary>
    public async Task UpdateAsync(string marker, string state)
    {
        var number = ++_updates;
        var type = number == 1 ? "add" : "update";
        var drawn = Await($"update {number}");
        await SendAsync(
            BlazorPack.Call(
                null,
                "UpdateRootComponents",
                $$"""{"batchId":{{number}},"operations":[{"type":"{{type}}","ssrComponentId":1,"marker":{{marker}}}]}""",
                state
            )
        );
        await drawn;
    }

    /// <summary>Says that the page has gone on to another address.</summary>
    public Task GoneToAsync(Uri address) =>
        SendAsync(BlazorPack.Call(null, "OnLocationChanged", address.ToString(), null, true));

    /// <summary>Presses something, and waits until that has had its effect; whether it was still there.</summary>
    public async Task<bool> PressAsync(long handler)
    {
        var call = $"{Interlocked.Increment(ref _calls)}";
        var done = Await($"call {call}");
        await SendAsync(
            BlazorPack.Call(
                null,
                "BeginInvokeDotNetFromJS",
                call,
                null,
                "DispatchEventAsync",
                1,
                $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"detail":1,"screenX":1,"screenY":1,"clientX":1,"clientY":1,"offsetX":1,"offsetY":1,"pageX":1,"pageY":1,"movementX":0,"movementY":0,"button":0,"buttons":0,"ctrlKey":false,"shiftKey":false,"altKey":false,"metaKey":false,"type":"click"}]"""
            )
        );
        return await done is true;
    }

    /// <summary>Loses the connection and comes back over another; whether the circuit was still there.</summary>
    public async Task<bool> ReconnectAsync()
    {
        _socket.Abort();
        await _reading;
        await ConnectAsync();
        return await InvokeAsync("ConnectCircuit", _id) is true;
    }

    /// <summary>Leaves, as a page does that is closed or loads another.</summary>
    public async Task LeaveAsync(HttpClient http)
    {
        using var id = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
        using var answer = await http.PostAsync(new Uri(_app, "/_blazor/disconnect"), id);
        Dispose();
        await _reading;
    }

    /// <summary>Reads on until the server ends the connection.</summary>
    public Task ClosedAsync(TimeSpan within) => _reading.WaitAsync(within);

    /// <inheritdoc />
    public void Dispose() => _socket.Abort();

    private async Task ConnectAsync()
    {
        _socket.Dispose();
        _socket = new ClientWebSocket();
        _socket.Options.SetRequestHeader("Origin", _app.GetLeftPart(UriPartial.Authority));
        _socket.Options.SetRequestHeader("Cookie", _cookies());
        await _socket.ConnectAsync(
            new UriBuilder(new Uri(_app, "/_blazor")) { Scheme = "ws" }.Uri,
            CancellationToken.None
        );
        var hello = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();
        await _socket.SendAsync(hello, WebSocketMessageType.Text, true, CancellationToken.None);
        await _socket.ReceiveAsync(new byte[64], CancellationToken.None);
        _reading = ReadAsync(_socket);
        _ = BeatAsync(_socket);
    }

    private async Task<object?> InvokeAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _calls)}";
        var answer = Await($"answer {id}");
        await SendAsync(BlazorPack.Call(id, method, arguments));
        return await answer;
    }

    private Task<object?> Await(string what) =>
        _waiting
            .GetOrAdd(what, _ => new(TaskCreationOptions.RunContinuationsAsynchronously))
            .Task.WaitAsync(Patience);

    private void Answer(string what, object? answer)
    {
        if (_waiting.TryRemove(what, out var waiting))
            waiting.TrySetResult(answer);
    }

    private async Task SendAsync(byte[] message)
    {
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(
                message,
                WebSocketMessageType.Binary,
                true,
                CancellationToken.None
            );
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task BeatAsync(ClientWebSocket socket)
    {
        using var beat = new PeriodicTimer(Beat);
        while (await beat.WaitForNextTickAsync() && socket.State is WebSocketState.Open)
            try
            {
                await SendAsync(BlazorPack.Ping());
            }
            catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        try
        {
            await ReadOnAsync(socket);
        }
        catch (Exception gone)
            when (gone
                    is WebSocketException
                        or ObjectDisposedException
                        or OperationCanceledException
            )
        {
            // Cut off, by the server or by this client.
        }
        catch (Exception unread)
        {
            Fault = unread.ToString();
        }
        GiveUp();
    }

    private async Task ReadOnAsync(ClientWebSocket socket)
    {
        var buffer = new byte[65_536];
        for (var arrived = 0; ; )
        {
            if (arrived == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
            var part = await socket.ReceiveAsync(buffer.AsMemory(arrived), CancellationToken.None);
            if (part.MessageType is WebSocketMessageType.Close)
                return;
            arrived += part.Count;
            var taken = 0;
            while (
                BlazorPack.Next(buffer.AsSpan(taken..arrived), out var message)
                    is > 0
                        and var length
            )
            {
                taken += length;
                if (Hear(message) is { } answer)
                    await SendAsync(answer);
            }
            buffer.AsSpan(taken..arrived).CopyTo(buffer);
            arrived -= taken;
        }
    }

    /// <summary>Nothing that is waited for will come any more.</summary>
    private void GiveUp()
    {
        foreach (var what in _waiting.Keys)
            Answer(what, null);
    }

    /// <summary>Hears one message, and says what is to be sent for it.</summary>
    private byte[]? Hear(ReadOnlySpan<byte> bytes)
    {
        var message = BlazorPack.Read(bytes);
        switch (message[0])
        {
            case 1L:
                var (method, arguments) = ((string)message[3]!, (object?[])message[4]!);
                var batch = method == Drawing ? new RenderedBatch((byte[])arguments[1]!) : null;
                _read(bytes.Length, batch?.Texts ?? Texts(arguments));
                if (batch is not null)
                    Draw(batch);
                return Obey(method, arguments);
            case 3L:
                Answer($"answer {message[2]}", message.ElementAtOrDefault(4));
                break;
            case 7L:
                IsOver = true;
                break;
        }
        return null;
    }

    private void Draw(RenderedBatch batch)
    {
        foreach (var handler in batch.Gone)
            _pressable.TryRemove(handler, out _);
        foreach (var handler in batch.Pressable)
            _pressable[handler] = true;
    }

    private byte[]? Obey(string method, object?[] arguments)
    {
        switch (method)
        {
            case Drawing:
                return BlazorPack.Call(null, "OnRenderCompleted", arguments[0], null);
            case "JS.BeginInvokeJS":
                return Answered(arguments);
            case "JS.EndInvokeDotNet":
                Answer($"call {arguments[0]}", arguments[1]);
                break;
            case "JS.EndUpdateRootComponents":
                Answer($"update {arguments[0]}", true);
                break;
            case "JS.Error":
                (Fault, IsOver) = (arguments[0]?.ToString(), true);
                GiveUp();
                break;
        }
        return null;
    }

    private byte[] Answered(object?[] call)
    {
        IsOver |= call[1] is "location.reload";
        var answer = (call[3], call[1]) switch
        {
            (AsNothing, _) => "null",
            (AsObject, _) => $$"""{"__jsObjectId":{{++_objects}}}""",
            (_, "read") => "\"system.compact.keys.auto\"",
            _ => "true",
        };
        return BlazorPack.Call(
            null,
            "EndInvokeJSFromDotNet",
            call[0],
            true,
            $"[{call[0]},true,{answer}]"
        );
    }

    /// <summary>Each text of a message by itself, as the page gets it.</summary>
    private static IEnumerable<string> Texts(IEnumerable<object?> arguments) =>
        arguments.SelectMany(argument =>
            argument switch
            {
                string text => [text],
                byte[] bytes => [Encoding.UTF8.GetString(bytes)],
                object?[] several => Texts(several),
                _ => [],
            }
        );
}
