namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// What may be logged. The framework writes whole addresses at information level, and a launch's address names a
/// patient, so those loggers are held at warning whatever the configuration says (design rule 7).
/// </summary>
public static class LogPolicy
{
    /// <summary>Sets the policy.</summary>
    public static void KeepPatientsOut(this ILoggingBuilder logging, ViewerMode mode)
    {
        logging.AddFilter((category, level) => level >= Least(category, mode));
    }

    private static LogLevel Least(string? category, ViewerMode mode) =>
        category switch
        {
            // What keeps the app from starting is reported in words, without a stack trace.
            "Microsoft.Extensions.Hosting.Internal.Host" => LogLevel.None,
            not null
                when category.StartsWith(
                    "Microsoft.AspNetCore.DataProtection",
                    StringComparison.Ordinal
                ) => mode.IsSandbox ? LogLevel.Error : LogLevel.Warning,
            not null when category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) =>
                LogLevel.Warning,
            not null
                when category.StartsWith(
                    "Microsoft.EntityFrameworkCore",
                    StringComparison.Ordinal
                ) => LogLevel.Warning,
            // Its witness of the chain is evidence before a live tenant, and noise before made-up people.
            not null
                when category.StartsWith("HeiChartViewer.Web.Audit", StringComparison.Ordinal) =>
                mode.IsSandbox ? LogLevel.Warning : LogLevel.Information,
            not null when category.StartsWith("System.Net.Http", StringComparison.Ordinal) =>
                LogLevel.Warning,
            "Microsoft.Hosting.Lifetime" => LogLevel.Warning,
            _ => LogLevel.Information,
        };
}
