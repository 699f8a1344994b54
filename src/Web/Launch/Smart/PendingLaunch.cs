using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>A launch that waits for the EHR's answer. Not a record: nothing writes its secrets out by chance (control 28).</summary>
internal sealed class PendingLaunch(SmartIssuer issuer, string redirectUri, bool isFramed)
{
    /// <summary>Which EHR was asked; an answer of another is not its answer.</summary>
    public SmartIssuer Issuer => issuer;

    /// <summary>Where the answer comes to.</summary>
    public string RedirectUri => redirectUri;

    /// <summary>Whether the launch was loaded into a frame.</summary>
    public bool IsFramed => isFramed;

    /// <summary>Names the launch in the answer: 256 random bits (control 25).</summary>
    public string State { get; } = Secret.Next();

    /// <summary>Ties the id_token to this launch.</summary>
    public string Nonce { get; } = Secret.Next();

    /// <summary>Ties the launch to the browser that began it.</summary>
    public string BrowserKey { get; } = Secret.Next();

    /// <summary>Proves that the code was asked for by this server, which it never leaves before (control 26).</summary>
    public string Verifier { get; } = Secret.Next();

    /// <summary>What of the verifier is told at the start.</summary>
    public string Challenge =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}
