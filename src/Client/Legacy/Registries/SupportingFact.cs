using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A fact of the record that a program or an outcome rests on (contract 7).</summary>
public sealed record SupportingFact : OpenObject, IReadFromText<SupportingFact>
{
    /// <summary>The fact in words.</summary>
    public string? Name { get; init; }

    /// <summary>Its code in words.</summary>
    public string? FormattedCode { get; init; }

    /// <summary>Where it is known from, in words.</summary>
    public string? FormattedSource { get; init; }

    /// <summary>When it was.</summary>
    public PartialDate? Date { get; init; }

    static SupportingFact IReadFromText<SupportingFact>.FromText(string text) =>
        new() { Name = text };
}
