using System.Security.Cryptography;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// Makes the session of a resolved patient: audited first, then kept, then its sections asked for (design rule 6).
/// </summary>
public sealed class ChartOpening(
    ChartSessions sessions,
    IAuditLog audit,
    TimeProvider clock,
    IEnumerable<ISectionAhead> sections
)
{
    /// <summary>Opens a chart.</summary>
    /// <param name="chart">Who looks at whom.</param>
    /// <param name="action">What to write down.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AuditUnavailableException">The opening could not be recorded; nothing is open.</exception>
    public async Task<ChartSession> OpenAsync(
        NewChart chart,
        AuditAction action,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var session = new ChartSession
        {
            Id = SessionId.New(),
            User = chart.User,
            Population = chart.Population,
            Source = chart.Source,
            PatientId = chart.PatientId,
            Mode = chart.Mode,
            Host = chart.Host,
            RemoteAddress = chart.RemoteAddress,
            SignIn = chart.SignIn,
            OpenedAt = now,
            ExpiresAt = now + chart.Population.Tenant.Session.Lifetime,
            CorrelationId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        };
        await audit.WriteAsync([session.Audited(action)], cancellation);
        sessions.Add(session);
        foreach (var section in sections)
            section.Ask(session);
        return session;
    }
}
