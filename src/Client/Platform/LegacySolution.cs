namespace HealtheIntent.Client;

/// <summary>The solutions of the older generation that this client has an API for (contract 1.2).</summary>
public static class LegacySolution
{
    /// <summary>HealtheRecord.</summary>
    public const string Record = "record";

    /// <summary>HealtheRegistries.</summary>
    public const string Registries = "registries";

    /// <summary>Every solution with a name here.</summary>
    public static IReadOnlyList<string> Known { get; } = [Record, Registries];
}
