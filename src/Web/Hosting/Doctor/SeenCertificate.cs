using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>What a server showed while a connection to it was made secure.</summary>
internal sealed class SeenCertificate
{
    /// <summary>What is wrong with it; null before one was shown.</summary>
    public SslPolicyErrors? Problem { get; private set; }

    /// <summary>Its last moment; null where none was shown.</summary>
    public DateTimeOffset? Expires { get; private set; }

    /// <summary>Looks at a certificate, and accepts it only where nothing is wrong.</summary>
    public bool Accept(
        object sender,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        Problem = errors;
        if (certificate is X509Certificate2 received)
            Expires = new DateTimeOffset(received.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        return errors is SslPolicyErrors.None;
    }
}
