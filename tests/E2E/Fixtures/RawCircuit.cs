using System.Net.WebSockets;
using System.Text;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>
/// A client of circuits that is no browser: it writes what origin it likes, and begins a circuit that shows nothing. It speaks
/// as much of SignalR and MessagePack as that takes.
/// </summary>
public sealed class RawCircuit : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    /// <summary>Connects and begins one; null where no connection was to be had.</summary>
    public static async Task<RawCircuit?> StartAsync(Uri app)
    {
        var circuit = new RawCircuit();
        circuit._socket.Options.SetRequestHeader("Origin", app.GetLeftPart(UriPartial.Authority));
        try
        {
            await circuit._socket.ConnectAsync(
                new UriBuilder(new Uri(app, "/_blazor")) { Scheme = "ws" }.Uri,
                CancellationToken.None
            );
            await circuit.SendAsync(
                Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
                WebSocketMessageType.Text
            );
            await circuit.ReceiveAsync();
            await circuit.SendAsync(StartCircuit(app), WebSocketMessageType.Binary);
            // The circuit's secret name, which the server has sealed.
            while (!(await circuit.ReceiveAsync()).Contains("CfDJ8", StringComparison.Ordinal)) { }
            return circuit;
        }
        catch (WebSocketException)
        {
            circuit.Dispose();
            return null;
        }
    }

    /// <summary>Reads on until the server ends the connection.</summary>
    public async Task ClosedAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        var buffer = new byte[4096];
        try
        {
            while (
                (await _socket.ReceiveAsync(buffer, limit.Token)).MessageType
                    is not WebSocketMessageType.Close
            ) { }
        }
        catch (WebSocketException)
        {
            // Cut off.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    /// <summary>An invocation: <c>[1, {}, "0", "StartCircuit", [base, address, no components, no state], []]</c>.</summary>
    private static byte[] StartCircuit(Uri app)
    {
        byte[] message =
        [
            0x96,
            0x01,
            0x80,
            .. Text("0"),
            .. Text("StartCircuit"),
            0x94,
            .. Text(app.ToString()),
            .. Text(app.ToString()),
            .. Text("[]"),
            .. Text(""),
            0x90,
        ];
        return message.Length < 0x80
            ? [(byte)message.Length, .. message]
            : [(byte)(message.Length & 0x7f | 0x80), (byte)(message.Length >> 7), .. message];
    }

    private static byte[] Text(string text) =>
        [0xd9, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    private Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[16_384];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var received = await _socket.ReceiveAsync(buffer, limit.Token);
        return received.MessageType is WebSocketMessageType.Close
            ? throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely)
            : Encoding.Latin1.GetString(buffer, 0, received.Count);
    }
}
