using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Security;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// A launch whose parameters name the patient. They never prove who asks: a sign-in does, and only made-up patients
/// open without one (control 20).
/// </summary>
public sealed class PlainLaunch(ViewerMode mode, ViewerTenants tenants, LaunchCompletion completion)
{
    /// <summary>Opens the chart of the patient that the query names, asks for a sign-in first, or says why not.</summary>
    public Task<IResult> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        if (mode is { HasDemoUsers: false, HasProvider: false })
            return Refuse(LaunchRefusals.PlainParametersRefused, null);
        var user = mode.HasDemoUsers ? DemoUser.Clinician.ToUser() : context.User.User();
        if (user is not null && !mode.HasDemoUsers && !Roles.OpenCharts.Any(context.User.IsInRole))
            return Refuse(LaunchRefusals.NoRole, user);
        var reading = LaunchParameters.Read(context.Request.Query, tenants.SignIn.Partitions);
        if (!reading.NamesPatient)
            return Refuse(reading.Refusal, user);
        if (user is not null)
            return completion.OpenAsync(
                context,
                new ProvenLaunch(user, tenants.SignIn.Population, reading.Patient, HostContext.None)
                {
                    SignIn = mode.HasDemoUsers
                        ? null
                        : new SignInProof(context.User.AuthenticatedAt()),
                },
                cancellation
            );
        return context.Request.IsFramed()
            ? Refuse(LaunchRefusals.SignInInFrame, null)
            : ProviderSignIn.BeginAsync(context, OidcEvents.For(reading.Patient), cancellation);

        Task<IResult> Refuse(LaunchRefusal refusal, ChartUser? user) =>
            completion.RefuseAsync(
                context,
                refusal,
                new LaunchAttempt { User = user, Tenant = tenants.SignIn },
                cancellation
            );
    }
}
