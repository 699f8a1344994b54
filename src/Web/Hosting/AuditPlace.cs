using System.Net;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Storage;
using Npgsql;

namespace HeiChartViewer.Web.Hosting;

/// <summary>Where the audit log is kept.</summary>
public static class AuditPlace
{
    /// <summary>
    /// The configured server or file; else, before a live tenant, one in the user's application data, and in the sandbox a
    /// temporary one of this process, for what made-up people did is nobody's evidence.
    /// </summary>
    public static AuditOptions Of(IConfiguration configuration, ViewerMode mode)
    {
        var viewer =
            configuration.GetSection(ViewerOptions.Section).Get<ViewerOptions>()
            ?? new ViewerOptions();
        return new AuditOptions
        {
            Retention = viewer.AuditRetention,
            Outage = viewer.AuditOutage,
            Store = viewer.AuditServer is { Length: > 0 } server
                ? new PostgresStore(Checked(server, viewer))
                : new SqliteStore(viewer.AuditDatabase ?? DefaultFile(mode)),
        };
    }

    private static string DefaultFile(ViewerMode mode) =>
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
            );

    /// <summary>What is written there is read by nobody on the way, and by no server that only says it is the one.</summary>
    private static NpgsqlConnectionStringBuilder Checked(string server, ViewerOptions viewer)
    {
        if (viewer.AuditDatabase is { Length: > 0 })
            throw new ConfigurationException([
                "Viewer:AuditDatabase and Viewer:AuditServer are both set: the log is in one place.",
            ]);
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new(server);
        }
        catch (ArgumentException)
        {
            throw new ConfigurationException([
                "Viewer:AuditServer must be a connection string such as Host=db.example.org;Database=audit;Username=viewer;SSL Mode=VerifyFull.",
            ]);
        }
        if (string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database))
            throw new ConfigurationException(["Viewer:AuditServer must name Host and Database."]);
        if (!IsThisMachine(connection.Host) && connection.SslMode < SslMode.VerifyCA)
            throw new ConfigurationException([
                "Viewer:AuditServer is another machine: say SSL Mode=VerifyFull, or VerifyCA.",
            ]);
        return connection;
    }

    private static bool IsThisMachine(string host) =>
        host.StartsWith('/')
        || host == "localhost"
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
