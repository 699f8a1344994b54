namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// What may be logged. The framework writes whole addresses at information level, and a launch's address names a
/// patient, so those loggers are held at warning, however talkative the configuration asks them to be (design rule 7).
/// </summary>
public static class LogPolicy
{
    /// <summary>Sets the policy; it has the last word over the configuration, for each of its providers.</summary>
    public static void KeepPatientsOut(this IServiceCollection services, ViewerMode mode) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            foreach (var (category, least) in Held(mode))
                Hold(options.Rules, category, least);
        });

    private static IEnumerable<(string Category, LogLevel Least)> Held(ViewerMode mode) =>
        [
            ("Microsoft.AspNetCore", LogLevel.Warning),
            ("Microsoft.EntityFrameworkCore", LogLevel.Warning),
            ("Microsoft.Hosting.Lifetime", LogLevel.Warning),
            ("System.Net.Http", LogLevel.Warning),
            // What keeps the app from starting is reported in words, without a stack trace.
            ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None),
            // The sandbox's keys live in memory on purpose; nobody needs to be warned of it.
            (
                "Microsoft.AspNetCore.DataProtection",
                mode.IsSandbox ? LogLevel.Error : LogLevel.Warning
            ),
            // The witness of the audit chain is evidence before a live tenant, and noise before made-up people.
            ("HeiChartViewer.Web.Audit", mode.IsSandbox ? LogLevel.Warning : LogLevel.Information),
        ];

    private static void Hold(IList<LoggerFilterRule> rules, string category, LogLevel least)
    {
        // A rule for a provider beats one for all of them, so each provider that has rules gets this one too.
        var providers = rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList();
        for (var i = rules.Count - 1; i >= 0; i--)
            if (
                rules[i].CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase)
                == true
            )
                rules.RemoveAt(i);
        foreach (var provider in providers)
            rules.Add(new LoggerFilterRule(provider, category, least, null));
    }
}
