using System.Net;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Whether a request comes from this machine: nobody else orders the sandbox about.</summary>
internal static class LocalCaller
{
    public static bool Is(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
