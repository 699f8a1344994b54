using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Where a record comes from: a data partition, and the ID the record has in it (contract 6.2).</summary>
/// <param name="DataPartitionId">The data partition; it never changes (contract 8.7).</param>
/// <param name="Id">The ID in that partition, any text. For Millennium persons, the internal person ID and not the MRN.</param>
[JsonConverter(typeof(SourceIdentifierConverter))]
public sealed record SourceIdentifier(string DataPartitionId, string Id) : OpenObject;
