namespace HealtheIntent.Client.Transport;

/// <summary>The body has more bytes than the limit. Not tried again: the next one would have as many.</summary>
internal sealed class OversizedBodyException() : Exception("The body is over the limit.");
