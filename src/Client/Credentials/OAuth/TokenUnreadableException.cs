namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The token service answered with something that is no token.</summary>
internal sealed class TokenUnreadableException() : Exception("The answer holds no token.");
