using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Hosting;

/// <summary>What a deployment says about the whole process, under <c>Viewer</c> in the configuration; what is a tenant's own stands beside it.</summary>
public sealed class ViewerOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer";

    /// <summary>How many launches a second one address may make; ten times as many at once.</summary>
    /// <value>20</value>
    public int LaunchesPerSecond { get; set; } = 20;

    /// <summary>The file of the audit log.</summary>
    /// <value><c>HeiChartViewer/audit.db</c> in the user's application data; in sandbox mode a temporary file.</value>
    public string? AuditDatabase { get; set; }

    /// <summary>
    /// The PostgreSQL database of the audit log, instead of a file: a connection string of Npgsql's, whose password may
    /// stand in a file that it names as <c>Passfile</c>. Several hosts may share it.
    /// </summary>
    public string? AuditServer { get; set; }

    /// <summary>How long audit entries are kept; at least a day.</summary>
    /// <value>Not set: for ever.</value>
    public TimeSpan? AuditRetention { get; set; }

    /// <summary>What happens while the audit log does not answer.</summary>
    /// <value><c>Refuse</c>: nothing is shown that cannot be recorded.</value>
    public AuditOutage AuditOutage { get; set; }
}
