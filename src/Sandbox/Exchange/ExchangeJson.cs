using System.Text.Json;
using System.Text.Json.Serialization;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>How a population file is written and read; an unknown member is an error, lest a typing mistake lose records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(PopulationContent))]
internal sealed partial class ExchangeJson : JsonSerializerContext;

/// <summary>How the demographics of a population file are read for the search, which needs more than their bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Demographic))]
internal sealed partial class DemographicJson : JsonSerializerContext;
