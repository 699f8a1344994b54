namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>
/// What stands behind glass until somebody breaks it, under <c>Viewer:BreakGlass</c> in the configuration (control 64).
/// HealtheIntent itself lets an app lift no filter for one user: this is the viewer's own restraint.
/// </summary>
public sealed class BreakGlassOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer:BreakGlass";

    /// <summary>The longest time that any deployment may allow.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>The sections that are withheld, by their words in the address: <c>documents</c>.</summary>
    /// <value>Empty: nothing is.</value>
    public IList<string> Withheld { get; init; } = [];

    /// <summary>Who may break the glass, of <see cref="SignIn.Roles"/>: <c>clinician</c>, or <c>emergency</c> alone.</summary>
    /// <value>Empty: nobody.</value>
    public IList<string> Roles { get; init; } = [];

    /// <summary>How long the glass stays broken.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan Duration { get; set; } = Longest;

    /// <summary>How long ago the user may have been vouched for at most, by the launch or the sign-in.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan ProofWithin { get; set; } = TimeSpan.FromMinutes(5);
}
