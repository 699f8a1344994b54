using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Audit;

/// <summary>Begins an entry with what is known of who acts.</summary>
public static class AuditedActions
{
    /// <summary>What a session does.</summary>
    public static AuditEntry Audited(this ChartSession session, AuditAction action) =>
        session.User.Audited(action) with
        {
            Purpose = session.Host.PurposeOfUse ?? session.User.PurposeOfUse,
            Tenant = session.Tenant.Mnemonic,
            DataPartitionId = session.Source.DataPartitionId,
            SourcePersonId = session.Source.Id,
            PatientId = session.PatientId,
            SessionRef = AuditEntry.ReferTo(session.Id.Value),
            CorrelationId = session.CorrelationId,
            RemoteAddress = session.RemoteAddress,
        };

    /// <summary>What a user does outside a chart.</summary>
    public static AuditEntry Audited(this ChartUser user, AuditAction action) =>
        new(action)
        {
            UserId = user.Id,
            UserName = user.Name,
            Organisation = user.Organisation,
            Purpose = user.PurposeOfUse,
        };

    /// <summary>Where a request came from.</summary>
    public static AuditEntry From(this AuditEntry entry, HttpContext context) =>
        entry with
        {
            RemoteAddress = context.RemoteAddress(),
        };

    /// <summary>Where a request came from, as an entry has it.</summary>
    public static string? RemoteAddress(this HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString();

    /// <summary>
    /// Records what has happened either way, and shows nothing to anybody: where the log is down nothing depends on the
    /// entry, and the log of the process says that it is missing.
    /// </summary>
    public static async Task WriteAnywayAsync(
        this IAuditLog log,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellation
    )
    {
        try
        {
            await log.WriteAsync(entries, cancellation);
        }
        catch (AuditUnavailableException)
        {
            // See above.
        }
    }
}
