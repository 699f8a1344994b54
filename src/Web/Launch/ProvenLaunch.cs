using HealtheIntent.Client;
using HeiChartViewer.Web.Launch.Identity;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>What a launch has proven, whichever way it came: who opens whose chart.</summary>
/// <param name="User">Who looks, as the sign-in or the host vouched for them.</param>
/// <param name="Population">Where the patient is looked for: the configuration says it of the issuer, and the launch does not.</param>
/// <param name="Patient">The patient as the EHR knows them: data partition and local person id, one value.</param>
/// <param name="Host">What else the host said.</param>
public sealed record ProvenLaunch(
    ChartUser User,
    Population Population,
    SourceIdentifier Patient,
    HostContext Host
)
{
    /// <summary>
    /// Whether a patient who is not known is refused as an unproven launch is: whoever holds launches of a host must not
    /// find out with them who is a patient (control 29).
    /// </summary>
    public bool RefusesAlike { get; init; }

    /// <summary>The patient's identity as the host stated it; null where it stated none, and then nothing is compared.</summary>
    public StatedIdentity? Identity { get; init; }

    /// <summary>The sign-in that vouches for the user; null where the host does.</summary>
    public SignInProof? SignIn { get; init; }

    /// <summary>Runs when the chart is open, for what the launch brought that lives as long as the chart.</summary>
    public Action<ChartSession>? WhenOpened { get; init; }
}
