using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>A made-up user of the sandbox.</summary>
/// <param name="Id">The identity that is audited.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Work">What they do, in a few words.</param>
/// <param name="Role">See <see cref="Roles"/>.</param>
public sealed record DemoUser(string Id, string Name, Phrase Work, string Role)
{
    /// <summary>Whom the demo EHR launches charts for.</summary>
    public static DemoUser Clinician { get; } =
        new(
            "demo-berg",
            "Dr A. Berg",
            Phrase.Of("Physician; opens charts from the EHR"),
            Roles.Clinician
        );

    /// <summary>Everyone who can sign in to the sandbox.</summary>
    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new(
            "demo-lind",
            "M. Lind",
            Phrase.Of("Care coordinator; searches for people and opens their charts"),
            Roles.Coordinator
        ),
        new("demo-osei", "K. Osei", Phrase.Of("Care coordinator, night shift"), Roles.Coordinator),
        Clinician,
        new(
            "demo-falk",
            "R. Falk",
            Phrase.Of("Administrator; sees who has charts open, and ends sessions"),
            Roles.Administrator
        ),
    ];

    /// <summary>The user that they are once they are signed in.</summary>
    public ChartUser ToUser() =>
        new(Id, Name)
        {
            Roles = [Role],
            Organisation = "urn:heichartviewer:sandbox",
            PurposeOfUse = Audit.PurposeOfUse.Treatment,
        };

    /// <summary>The user of this id, or null.</summary>
    public static DemoUser? Find(string? id) => All.FirstOrDefault(user => user.Id == id);
}
