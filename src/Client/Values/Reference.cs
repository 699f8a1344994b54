using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A pointer to another resource by its opaque ID (contract 6.2).</summary>
/// <param name="Id">The ID of the resource.</param>
[JsonConverter(typeof(ReferenceConverter))]
public sealed record Reference(string Id) : OpenObject;
