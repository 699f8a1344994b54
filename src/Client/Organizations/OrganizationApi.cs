using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Organizations and their locations (contract 7).</summary>
[AssumedContract(
    "The lists are documented, the schemas of an organization and of a location are not (contract 7); their members follow those of personnel. Changing and deleting are documented, so each organization has an address of its own; that it can be read there is inferred.",
    Api = "organization"
)]
public sealed class OrganizationApi
{
    private static readonly ApiOperation ListOrganizations = new(
        "organizations.list",
        "organization",
        HttpMethod.Get,
        "/organization/v1/organizations"
    );

    private static readonly ApiOperation GetOrganization = new(
        "organizations.get",
        "organization",
        HttpMethod.Get,
        "/organization/v1/organizations/{organizationId}"
    );

    private static readonly ApiOperation ListAllLocations = new(
        "locations.list",
        "organization",
        HttpMethod.Get,
        "/organization/v1/locations"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal OrganizationApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists the tenant's organizations, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Organization>> ListAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListOrganizations,
            ApiAddress.Of(ListOrganizations, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyOrganization,
            cancellationToken
        );

    /// <summary>Gets one organization.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The organization does not exist.</exception>
    /// <exception cref="HealtheIntentException">It could not be had.</exception>
    public Task<Organization> GetAsync(
        string organizationId,
        CancellationToken cancellationToken = default
    ) =>
        _caller.GetAsync(
            GetOrganization,
            ApiAddress.Of(GetOrganization, _caller.Endpoints, organizationId),
            HealtheIntentJson.Default.Organization,
            cancellationToken
        );

    /// <summary>Lists the locations of the tenant's organizations, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<OrganizationLocation>> ListLocationsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListAllLocations,
            ApiAddress.Of(ListAllLocations, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyOrganizationLocation,
            cancellationToken
        );
}
