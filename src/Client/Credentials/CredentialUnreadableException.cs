namespace HealtheIntent.Client.Credentials;

/// <summary>The place that should hold the credential holds none.</summary>
internal sealed class CredentialUnreadableException(string key, Exception? inner = null)
    : Exception($"No credential could be read from {key}.", inner);
