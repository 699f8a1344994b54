namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>A signed launch proves nothing.</summary>
/// <param name="flaw">What is wrong, in a word or two, for the audit log alone; never a value of the token.</param>
internal sealed class SignedLaunchException(string flaw) : Exception(flaw)
{
    /// <summary>The issuer of the configuration that the launch names; null where it names none of them.</summary>
    public IssuerOptions? Issuer { get; set; }
}
