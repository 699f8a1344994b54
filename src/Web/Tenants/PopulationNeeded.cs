using HealtheIntent.Client;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Tenants;

/// <summary>The client can do without a population of its own; the viewer opens every chart in one.</summary>
public sealed class PopulationNeeded : IValidateOptions<HealtheIntentOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, HealtheIntentOptions options) =>
        string.IsNullOrWhiteSpace(options.PopulationId)
            ? ValidateOptionsResult.Fail(
                $"{TenantSections.KeyOf(name, "HealtheIntent:PopulationId")} is missing: name the population that charts are opened in."
            )
            : ValidateOptionsResult.Success;
}
