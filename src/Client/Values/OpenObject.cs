using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client;

/// <summary>
/// An object as received. The platform may add members at any time (contract 1.4); those this client does not know are
/// kept, and written back when the object is serialised.
/// </summary>
public abstract record OpenObject
{
    /// <summary>The members this client has no property for, by their JSON name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> Additional =>
        Unknown
        ?? (IReadOnlyDictionary<string, JsonElement>)ReadOnlyDictionary<string, JsonElement>.Empty;

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Compares what this client has properties for: a member nobody knows does not tell two codes apart.</summary>
    public virtual bool Equals(OpenObject? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityContract == other.EqualityContract);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The name of the type and nothing else: what a patient's record says never reaches a log by accident.</summary>
    public sealed override string ToString() => GetType().Name;
}
