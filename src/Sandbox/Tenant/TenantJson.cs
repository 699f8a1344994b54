using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>How the bodies that callers send to the tenant are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PatientSearchCriteria))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TenantJson : JsonSerializerContext;
