namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>A key file cannot be used; the message goes on after the name of its configuration key.</summary>
internal sealed class SmartClientKeyException(string message) : Exception(message);
