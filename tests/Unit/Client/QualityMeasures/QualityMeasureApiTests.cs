using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.QualityMeasures;

public sealed class QualityMeasureApiTests
{
    [Fact]
    public Task Measurement_periods_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/quality-measure/v1/measurement-periods",
            (client, query) => client.QualityMeasures.ListMeasurementPeriodsAsync(query)
        );

    [Fact]
    public Task Recommendation_fields_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/quality-measure/v1/recommendation-fields",
            (client, query) => client.QualityMeasures.ListRecommendationFieldsAsync(query)
        );

    [Fact]
    public Task Parameters_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/quality-measure/v1/registries/a%2Fb/libraries/c/versioned-contents/d/parameters",
            (client, query) => client.QualityMeasures.ListParametersAsync("a/b", "c", "d", query)
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.QualityMeasures.ListParametersAsync(id, "c", "d").AllAsync()
        );
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.QualityMeasures.ListParametersAsync("a", id, "d").AllAsync()
        );
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.QualityMeasures.ListParametersAsync("a", "c", id).AllAsync()
        );
    }
}
