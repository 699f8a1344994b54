namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Looks at everything between this machine and the tenant's records.</summary>
/// <param name="connection">The way to the platform.</param>
/// <param name="tokens">The way to the service that issues tokens; null where none are asked for.</param>
/// <param name="tenant">What the tenant allows.</param>
internal sealed class Examination(
    ConnectionChecks connection,
    ConnectionChecks? tokens,
    TenantChecks tenant
)
{
    /// <summary>Every finding, in the order in which one thing depends on another.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var found = await connection.RunAsync(cancellation);
        var reached = connection.Reached(found);
        if (tokens is not null)
        {
            var service = await tokens.RunAsync(cancellation);
            reached &= tokens.Reached(service);
            found = [.. found, .. service];
        }
        return reached
            ? [.. found, .. await tenant.RunAsync(cancellation)]
            :
            [
                .. found,
                .. Finding.NotTried("there is no connection", "Credential, grants and data"),
            ];
    }
}
