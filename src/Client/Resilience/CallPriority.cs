namespace HealtheIntent.Client.Resilience;

/// <summary>Who waits for a call: a reader at the screen, or nobody.</summary>
internal enum CallPriority
{
    Interactive,
    Background,
}
