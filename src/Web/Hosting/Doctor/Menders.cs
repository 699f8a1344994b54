namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Who can mend what does not work.</summary>
internal static class Menders
{
    public const string Network = "network team";
    public const string Console = "HealtheIntent Console administrator";
    public const string SystemAccount = "whoever holds the system account";
    public const string Vendor = "the vendor's support: quote the correlation ID";
    public const string Clock = "you: set this machine's clock";

    public static string Key(string key) => $"you: {key}";
}
