using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>What quality is measured by, and over which time (contract 7).</summary>
[AssumedContract(
    "The paths are documented (contract 7); the members of a measurement period, a recommendation field and a parameter are inferred.",
    Api = "quality-measure"
)]
public sealed class QualityMeasureApi
{
    private static readonly ApiOperation ListPeriods = new(
        "measurement-periods.list",
        "quality-measure",
        HttpMethod.Get,
        "/quality-measure/v1/measurement-periods"
    );

    private static readonly ApiOperation ListFields = new(
        "recommendation-fields.list",
        "quality-measure",
        HttpMethod.Get,
        "/quality-measure/v1/recommendation-fields"
    );

    private static readonly ApiOperation ListContentParameters = new(
        "measure-parameters.list",
        "quality-measure",
        HttpMethod.Get,
        "/quality-measure/v1/registries/{registryId}/libraries/{libraryId}/versioned-contents/{versionedContentId}/parameters"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal QualityMeasureApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists the periods that are measured, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<MeasurementPeriod>> ListMeasurementPeriodsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListPeriods,
            ApiAddress.Of(ListPeriods, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyMeasurementPeriod,
            cancellationToken
        );

    /// <summary>Lists the fields a recommendation may have, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<RecommendationField>> ListRecommendationFieldsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListFields,
            ApiAddress.Of(ListFields, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyRecommendationField,
            cancellationToken
        );

    /// <summary>Lists the parameters of one version of a registry's library, page by page.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<MeasureParameter>> ListParametersAsync(
        string registryId,
        string libraryId,
        string versionedContentId,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListContentParameters,
            ApiAddress.Of(
                ListContentParameters,
                _caller.Endpoints,
                registryId,
                libraryId,
                versionedContentId
            ),
            query,
            HealtheIntentJson.Default.ListReplyMeasureParameter,
            cancellationToken
        );
}
