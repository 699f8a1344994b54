using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>What an observation found: one of an amount, a coded value, or words. Nothing else derives from it.</summary>
[JsonConverter(typeof(ObservationValueConverter))]
public abstract record ObservationValue : OpenObject
{
    private ObservationValue() { }

    /// <summary>An amount.</summary>
    /// <param name="Quantity">The amount with its unit.</param>
    public sealed record Measured(Quantity Quantity) : ObservationValue;

    /// <summary>A coded value.</summary>
    /// <param name="Concept">The coded value.</param>
    public sealed record Coded(CodeableConcept Concept) : ObservationValue;

    /// <summary>Words, or any shape this client does not know, as received.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Worded(string Text) : ObservationValue;
}
