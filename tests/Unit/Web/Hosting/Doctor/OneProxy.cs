using System.Net;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

/// <summary>The same proxy for every address, or for one alone; or none.</summary>
internal sealed class OneProxy(Uri? proxy, Uri? only = null) : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy;

    public bool IsBypassed(Uri host) =>
        proxy is null || (only is not null && host.Authority != only.Authority);
}
