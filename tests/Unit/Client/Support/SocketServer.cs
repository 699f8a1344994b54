using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>
/// Answers every connection with the next of some texts, byte for byte, and closes it in good order. What it was asked
/// is kept as it came over the wire.
/// </summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private const string EndOfHeaders = "\r\n\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _received = new();
    private readonly Func<int, string> _answer;
    private readonly Task _serving;

    public SocketServer(Func<int, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public int Calls => _received.Count;

    /// <summary>Each request whole: line, headers and body.</summary>
    public IReadOnlyList<string> Received => [.. _received];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync();
                _received.Enqueue(await ReadRequestAsync(socket));
                await socket.SendAsync(Encoding.UTF8.GetBytes(_answer(Calls)));
                socket.Shutdown(SocketShutdown.Send);
                // The other side has read all there was once it closes as well.
                while (await socket.ReceiveAsync(new byte[1024]) > 0) { }
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private static async Task<string> ReadRequestAsync(Socket socket)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        while (!IsWhole(request.ToString()))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0)
                break;
            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        var headers = request.IndexOf(EndOfHeaders, StringComparison.Ordinal);
        return headers >= 0
            && request.Length - headers - EndOfHeaders.Length >= LengthOfBody(request[..headers]);
    }

    private static int LengthOfBody(string headers) =>
        headers
            .Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Where(field => field[0] == "Content-Length")
            .Select(field => int.Parse(field[1], CultureInfo.InvariantCulture))
            .SingleOrDefault();
}
