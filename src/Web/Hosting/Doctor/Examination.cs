namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Looks at everything between this machine and the tenant's records.</summary>
internal sealed class Examination(ConnectionChecks connection, TenantChecks tenant)
{
    /// <summary>Every finding, in the order in which one thing depends on another.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var reached = await connection.RunAsync(cancellation);
        return reached.Any(finding =>
            finding.Check == ConnectionChecks.Connection && finding.Outcome is Outcome.Works
        )
            ? [.. reached, .. await tenant.RunAsync(cancellation)]
            :
            [
                .. reached,
                .. Finding.NotTried("there is no connection", "Credential, grants and data"),
            ];
    }
}
