using HeiChartViewer.Web.Audit;
using Microsoft.Data.Sqlite;

namespace HeiChartViewer.Web.Hosting;

/// <summary>Where the audit log is kept.</summary>
public static class AuditPlace
{
    /// <summary>
    /// The configured file; else, before a live tenant, one in the user's application data, and in the sandbox a
    /// temporary one of this process, for what made-up people did is nobody's evidence.
    /// </summary>
    public static AuditOptions Of(IConfiguration configuration, ViewerMode mode)
    {
        var viewer =
            configuration.GetSection(ViewerOptions.Section).Get<ViewerOptions>()
            ?? new ViewerOptions();
        var file =
            viewer.AuditDatabase
            ?? (
                mode.IsSandbox
                    ? Path.Combine(
                        Path.GetTempPath(),
                        $"heichartviewer-sandbox-{Environment.ProcessId}",
                        "audit.db"
                    )
                    : Path.Combine(
                        Environment.GetFolderPath(
                            Environment.SpecialFolder.LocalApplicationData,
                            Environment.SpecialFolderOption.Create
                        ),
                        "HeiChartViewer",
                        "audit.db"
                    )
            );
        return new AuditOptions
        {
            Retention = viewer.AuditRetention,
            Outage = viewer.AuditOutage,
            ConnectionString = new SqliteConnectionStringBuilder
            {
                DataSource = file,
            }.ConnectionString,
        };
    }
}
