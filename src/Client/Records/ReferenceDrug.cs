using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A medication's entry in a drug database (contract 6.5); further members are kept as received.</summary>
public sealed record ReferenceDrug : OpenObject, IReadFromText<ReferenceDrug>
{
    /// <summary>Brand or generic.</summary>
    public string? BrandType { get; init; }

    static ReferenceDrug IReadFromText<ReferenceDrug>.FromText(string text) =>
        new() { BrandType = text };
}
