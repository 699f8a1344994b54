namespace HeiChartViewer.Web.Launch.Tokens;

/// <summary>The keys of a host or an EHR cannot be had.</summary>
/// <param name="why">Why, in words for the audit log.</param>
internal sealed class KeysUnavailableException(string why) : Exception(why);
