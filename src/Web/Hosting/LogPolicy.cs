namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// What may be logged. The framework writes whole addresses at information level, and a launch's address names a
/// patient, so those loggers are held at warning, however talkative the configuration asks them to be (design rule 7).
/// </summary>
public static class LogPolicy
{
    /// <summary>Sets the policy: each rule of the configuration, whatever it matches, also has to pass it.</summary>
    public static void KeepPatientsOut(this IServiceCollection services, ViewerMode mode) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            // The rule that stands where the configuration has none; any other beats the first.
            options.Rules.Insert(0, new LoggerFilterRule(null, null, options.MinLevel, null));
            for (var i = 0; i < options.Rules.Count; i++)
                options.Rules[i] = Held(options.Rules[i], mode);
        });

    private static LoggerFilterRule Held(LoggerFilterRule rule, ViewerMode mode) =>
        new(
            rule.ProviderName,
            rule.CategoryName,
            rule.LogLevel,
            (provider, category, level) =>
                level >= Least(category, mode)
                && rule.Filter?.Invoke(provider, category, level) != false
        );

    private static LogLevel Least(string? category, ViewerMode mode)
    {
        // What keeps the app from starting is reported in words, without a stack trace.
        if (Is("Microsoft.Extensions.Hosting.Internal.Host"))
            return LogLevel.None;
        // The sandbox's keys live in memory on purpose; nobody needs to be warned of it.
        if (Is("Microsoft.AspNetCore.DataProtection") && mode.IsSandbox)
            return LogLevel.Error;
        if (
            Is("Microsoft.AspNetCore")
            || Is("Microsoft.EntityFrameworkCore")
            || Is("Microsoft.Hosting.Lifetime")
            || Is("System.Net.Http")
        )
            return LogLevel.Warning;
        // The witness of the audit chain is evidence before a live tenant, and noise before made-up people.
        if (Is("HeiChartViewer.Web.Audit") && mode.IsSandbox)
            return LogLevel.Warning;
        return LogLevel.Trace;

        bool Is(string prefix) =>
            category?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true;
    }
}
