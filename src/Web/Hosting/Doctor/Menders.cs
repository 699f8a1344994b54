using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Who can mend what does not work.</summary>
internal static class Menders
{
    private static readonly string[] Own =
    [
        $"{TenantSections.Platform}:",
        $"{TenantOptions.Section}:",
    ];

    public const string Network = "network team";
    public const string Console = "HealtheIntent Console administrator";
    public const string SystemAccount = "whoever holds the system account";
    public const string Vendor = "the vendor's support: quote the correlation ID";
    public const string Clock = "you: set this machine's clock";

    /// <summary>Says the keys of a mender as they stand for a tenant.</summary>
    public static string Of(string tenant, string mender) =>
        Own.Aggregate(
            mender,
            (words, section) =>
                words.Replace(
                    section,
                    TenantSections.KeyOf(tenant, section),
                    StringComparison.Ordinal
                )
        );

    public static string Key(string key) => $"you: {key}";
}
