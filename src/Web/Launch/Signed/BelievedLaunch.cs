namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>A signed launch that is right in everything, and may have been used before.</summary>
/// <param name="Launch">What it proves, where it is new.</param>
/// <param name="Issuer">Who signed it.</param>
/// <param name="Id">Its <c>jti</c>.</param>
/// <param name="Until">When it would be refused for its age.</param>
internal sealed record BelievedLaunch(
    ProvenLaunch Launch,
    SignedIssuerOptions Issuer,
    string Id,
    DateTimeOffset Until
);
