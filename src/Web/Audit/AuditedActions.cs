using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Audit;

/// <summary>Begins an entry with what is known of who acts.</summary>
public static class AuditedActions
{
    /// <summary>What a session does.</summary>
    public static AuditEntry Audited(this ChartSession session, AuditAction action) =>
        session.User.Audited(action) with
        {
            Organisation = session.Host.Issuer,
            Purpose = session.Host.PurposeOfUse,
            Tenant = session.Tenant,
            DataPartitionId = session.Source.DataPartitionId,
            SourcePersonId = session.Source.Id,
            PatientId = session.PatientId,
            SessionRef = AuditEntry.ReferTo(session.Id.Value),
            CorrelationId = session.CorrelationId,
        };

    /// <summary>What a user does outside a chart.</summary>
    public static AuditEntry Audited(this ChartUser user, AuditAction action) =>
        new(action) { UserId = user.Id, UserName = user.Name };

    /// <summary>Where a request came from.</summary>
    public static AuditEntry From(this AuditEntry entry, HttpContext context) =>
        entry with
        {
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
}
