using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Answers every connection with the next of some texts, byte for byte, and closes it in good order.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, string> _answer;
    private readonly Task _serving;
    private int _calls;

    public SocketServer(Func<int, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public int Calls => Volatile.Read(ref _calls);

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
                await ReadRequestAsync(socket);
                await socket.SendAsync(
                    Encoding.UTF8.GetBytes(_answer(Interlocked.Increment(ref _calls)))
                );
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

    private static async Task ReadRequestAsync(Socket socket)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0)
                return;
            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }
}
