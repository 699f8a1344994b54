namespace HeiChartViewer.Web.SignIn;

/// <summary>What a signed-in user may do; a role arrives as a claim, whichever provider vouched for it.</summary>
public static class Roles
{
    /// <summary>May open the chart of the patient an EHR launches.</summary>
    public const string Clinician = "clinician";

    /// <summary>May search for people and open their charts.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>May see who has charts open, and end a user's sessions; opens no chart.</summary>
    public const string Administrator = "administrator";

    /// <summary>
    /// For break-glass alone: may be the one role that breaks it, where the deployment does not let every clinician. It
    /// opens no chart.
    /// </summary>
    public const string Emergency = "emergency";

    /// <summary>The roles that open a chart that was launched.</summary>
    public static IReadOnlyList<string> OpenCharts { get; } = [Clinician, Coordinator];

    /// <summary>Every role there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Clinician, Coordinator, Administrator, Emergency];
}
