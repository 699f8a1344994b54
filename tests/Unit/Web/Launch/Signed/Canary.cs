using System.Net;
using System.Net.Sockets;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>An address that nobody may ask.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Canary() => _listener.Start();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/keys";

    public bool WasAsked => _listener.Pending();

    public void Dispose() => _listener.Dispose();
}
