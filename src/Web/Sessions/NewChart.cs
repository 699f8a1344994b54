using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Sessions;

/// <summary>A chart that is about to be opened: everything is proven and resolved, and nothing is open yet.</summary>
/// <param name="User">Who looks.</param>
/// <param name="Population">Where the patient was resolved, and the chart is read.</param>
/// <param name="Source">The patient as the EHR knows them.</param>
/// <param name="PatientId">The same patient as HealtheIntent knows them, just resolved.</param>
/// <param name="Mode">How the session comes to be.</param>
/// <param name="Host">What the host of the launch said.</param>
/// <param name="RemoteAddress">Where the user is, as far as known.</param>
public sealed record NewChart(
    ChartUser User,
    Population Population,
    SourceIdentifier Source,
    string PatientId,
    ChartMode Mode,
    HostContext Host,
    string? RemoteAddress
)
{
    /// <summary>The sign-in that vouches for the user; null where the host of a launch does.</summary>
    public SignInProof? SignIn { get; init; }
}
