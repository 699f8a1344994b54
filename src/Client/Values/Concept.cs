namespace HealtheIntent.Client;

/// <summary>A concept of HealtheIntent's ontology (contract 6.2).</summary>
/// <param name="ContextId">The ontology context that defines the alias.</param>
/// <param name="Alias">The concept's name in that context, such as <c>PAP_TEST_PROC</c>.</param>
public sealed record Concept(string? ContextId, string? Alias) : OpenObject
{
    /// <summary>The concept in words, where the platform gives it (contract 5).</summary>
    public string? Display { get; init; }
}
