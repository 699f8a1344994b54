using System.Text.Json.Serialization;

namespace HeiChartViewer.Bench.Client;

// What a careful developer would write for the same bodies: every member that is sent, and nothing that bends.

internal sealed record PlainPage
{
    public List<PlainObservation> Items { get; init; } = [];
    public string? FirstLink { get; init; }
    public string? NextLink { get; init; }
}

internal sealed record PlainObservation
{
    public string? Id { get; init; }
    public List<PlainAlias> Aliases { get; init; } = [];
    public PlainConcept? Code { get; init; }
    public List<PlainConcept> Category { get; init; } = [];
    public PlainConcept? Status { get; init; }
    public string? EffectiveOn { get; init; }
    public PlainValue? Value { get; init; }
    public PlainConcept? Interpretation { get; init; }
    public List<PlainRange> ReferenceRanges { get; init; } = [];
    public PlainReference? Encounter { get; init; }
    public PlainSource? SourceIdentifier { get; init; }
}

internal sealed record PlainAlias(string? System, string? Value);

internal sealed record PlainConcept
{
    public List<PlainCoding> Codings { get; init; } = [];
    public List<PlainCoding> SourceCodings { get; init; } = [];
    public string? Text { get; init; }
}

internal sealed record PlainCoding(string? System, string? Code, string? Display);

internal sealed record PlainValue(string? Type, PlainQuantity? Quantity);

internal sealed record PlainQuantity(string? Value, PlainConcept? Unit);

internal sealed record PlainRange(PlainQuantity? Low, PlainQuantity? High, string? Text);

internal sealed record PlainReference(string? Id);

internal sealed record PlainSource(string? DataPartitionId, string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainPage))]
internal sealed partial class PlainJson : JsonSerializerContext;
