namespace HealtheIntent.Client.Transport;

/// <summary>The headers came and the body broke off.</summary>
internal sealed class BrokenBodyException(Exception inner)
    : Exception("The body broke off.", inner);
