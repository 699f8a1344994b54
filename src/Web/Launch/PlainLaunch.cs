using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Web.Launch;

/// <summary>
/// A launch whose parameters name the patient. They never prove who asks: only made-up patients open on their word
/// (control 20).
/// </summary>
public sealed class PlainLaunch(
    ViewerMode mode,
    DataPartitions partitions,
    LaunchCompletion completion
)
{
    /// <summary>Opens the chart of the patient that the query names, or says why not.</summary>
    public Task<IResult> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!mode.IsSandbox)
            return completion.RefuseAsync(
                context,
                LaunchRefusals.PlainParametersRefused,
                new LaunchAttempt(),
                cancellation
            );
        var user = new ChartUser(DemoUser.Clinician.Id, DemoUser.Clinician.Name);
        var reading = LaunchParameters.Read(context.Request.Query, partitions);
        return reading.NamesPatient
            ? completion.OpenAsync(
                context,
                new ProvenLaunch(user, reading.Patient, HostContext.None),
                cancellation
            )
            : completion.RefuseAsync(
                context,
                reading.Refusal,
                new LaunchAttempt { User = user },
                cancellation
            );
    }
}
