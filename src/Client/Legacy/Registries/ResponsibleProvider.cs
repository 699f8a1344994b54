using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Who is responsible for an event of a program (contract 7).</summary>
public sealed record ResponsibleProvider : OpenObject, IReadFromText<ResponsibleProvider>
{
    /// <summary>The whole name.</summary>
    public string? FullName { get; init; }

    static ResponsibleProvider IReadFromText<ResponsibleProvider>.FromText(string text) =>
        new() { FullName = text };
}
