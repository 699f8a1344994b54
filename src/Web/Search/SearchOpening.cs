using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Search;

/// <summary>Opens the chart of a person that a coordinator found.</summary>
public sealed class SearchOpening(
    PatientResolver resolver,
    ChartOpening opening,
    ViewerTenants tenants
)
{
    /// <summary>
    /// Resolves the person again, from a source record, as every opening does. The chart opens only if that still
    /// leads to the person who was found; where no source record does, it says so.
    /// </summary>
    /// <param name="user">Who opens it.</param>
    /// <param name="remoteAddress">Where they are, as far as known.</param>
    /// <param name="hit">Whom.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SearchOpened> OpenAsync(
        ChartUser user,
        string? remoteAddress,
        PersonHit hit,
        CancellationToken cancellation
    )
    {
        LaunchRefusal refusal = LaunchRefusals.PatientNotFound;
        try
        {
            foreach (var source in hit.Sources)
            {
                var resolution = await resolver.ResolveAsync(
                    user.Audited(AuditAction.PatientLookup) with
                    {
                        RemoteAddress = remoteAddress,
                    },
                    tenants.SignIn.Population,
                    source,
                    cancellation
                );
                if (resolution.PatientId == hit.PatientId)
                    return new SearchOpened(
                        await opening.OpenAsync(
                            new NewChart(
                                user,
                                tenants.SignIn.Population,
                                source,
                                hit.PatientId,
                                ChartMode.Coordinator,
                                HostContext.None,
                                remoteAddress
                            )
                            {
                                // When it was made, the chart's first page tells.
                                SignIn = new SignInProof(null),
                            },
                            AuditAction.SearchResultOpened,
                            cancellation
                        ),
                        null
                    );
                refusal = resolution.Refusal ?? LaunchRefusals.PatientChanged;
            }
            return new SearchOpened(null, refusal);
        }
        catch (AuditUnavailableException)
        {
            return new SearchOpened(null, LaunchRefusals.AuditUnavailable);
        }
    }
}

/// <summary>What became of an opening: a session, or a refusal.</summary>
/// <param name="Session">The open session.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record SearchOpened(ChartSession? Session, LaunchRefusal? Refusal);
