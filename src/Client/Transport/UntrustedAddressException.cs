namespace HealtheIntent.Client.Transport;

/// <summary>A request was about to leave for a host that is not the platform's.</summary>
internal sealed class UntrustedAddressException() : Exception("The address is not the platform's.");
