namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>A SMART launch ends here.</summary>
/// <param name="refusal">What the user reads.</param>
/// <param name="detail">What the audit log keeps beside it: words of the viewer's own, never a value that came in.</param>
internal sealed class SmartLaunchException(LaunchRefusal refusal, string detail) : Exception(detail)
{
    /// <summary>What the user reads.</summary>
    public LaunchRefusal Refusal => refusal;

    /// <summary>What the audit log keeps beside it.</summary>
    public string Detail => Message;
}
