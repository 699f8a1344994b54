using System.Text.Json;

namespace HealtheIntent.Client;

/// <summary>One record as this client reads it, and as the platform wrote it.</summary>
/// <typeparam name="TRecord">The model of the record's kind.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Json">The JSON it was read from: every member, in the order it came, every number in its own digits.</param>
public sealed record ReceivedRecord<TRecord>(TRecord Record, JsonElement Json)
    where TRecord : ClinicalRecord
{
    /// <summary>The name of the type and nothing else: what a patient's record says never reaches a log by accident.</summary>
    public override string ToString() => nameof(ReceivedRecord<>);
}
