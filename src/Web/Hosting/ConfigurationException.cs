namespace HeiChartViewer.Web.Hosting;

/// <summary>The configuration does not allow a start. The messages name the keys, never their values.</summary>
public sealed class ConfigurationException(IEnumerable<string> messages)
    : Exception("The configuration does not allow a start.")
{
    /// <summary>Everything that is wrong, at once.</summary>
    public IReadOnlyList<string> Messages { get; } = [.. messages];
}
