using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Who works for the tenant, and in which groups (contract 7).</summary>
[AssumedContract(
    "The paths are documented, the schemas of a group and of its members are not (contract 7); a member is read as personnel.",
    Api = "personnel"
)]
public sealed class PersonnelApi
{
    private static readonly ApiOperation ListPersonnel = new(
        "personnel.list",
        "personnel",
        HttpMethod.Get,
        "/personnel/v1/personnel"
    );

    private static readonly ApiOperation GetPersonnel = new(
        "personnel.get",
        "personnel",
        HttpMethod.Get,
        "/personnel/v1/personnel/{personnelId}"
    );

    private static readonly ApiOperation ListPersonnelGroups = new(
        "personnel-groups.list",
        "personnel",
        HttpMethod.Get,
        "/personnel/v1/personnel-groups"
    );

    private static readonly ApiOperation ListGroupMembers = new(
        "personnel-group-members.list",
        "personnel",
        HttpMethod.Get,
        "/personnel/v1/personnel-groups/{groupId}/members"
    );

    private static readonly ApiOperation GetGroupMember = new(
        "personnel-group-members.get",
        "personnel",
        HttpMethod.Get,
        "/personnel/v1/personnel-groups/{groupId}/members/{personId}"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal PersonnelApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists personnel, page by page.</summary>
    /// <exception cref="ArgumentException">A filter is blank, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Personnel>> ListAsync(
        PersonnelFilter? filter = null,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListPersonnel,
            ApiAddress
                .Of(ListPersonnel, _caller.Endpoints)
                .With("aliasValue", filter?.AliasValue)
                .With("aliasSystem", filter?.AliasSystem)
                .With("aliasType", filter?.AliasType)
                .With("formattedName", filter?.FormattedName)
                .With("name", filter?.Name)
                .With("orderBy", filter?.OrderBy),
            query,
            HealtheIntentJson.Default.ListReplyPersonnel,
            cancellationToken
        );

    /// <summary>Gets one member of the personnel.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The person does not exist.</exception>
    /// <exception cref="HealtheIntentException">It could not be had.</exception>
    public Task<Personnel> GetAsync(
        string personnelId,
        CancellationToken cancellationToken = default
    ) =>
        _caller.GetAsync(
            GetPersonnel,
            ApiAddress.Of(GetPersonnel, _caller.Endpoints, personnelId),
            HealtheIntentJson.Default.Personnel,
            cancellationToken
        );

    /// <summary>Lists the groups of personnel, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<PersonnelGroup>> ListGroupsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListPersonnelGroups,
            ApiAddress.Of(ListPersonnelGroups, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyPersonnelGroup,
            cancellationToken
        );

    /// <summary>Lists the members of a group, page by page.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Personnel>> ListMembersAsync(
        string groupId,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListGroupMembers,
            ApiAddress.Of(ListGroupMembers, _caller.Endpoints, groupId),
            query,
            HealtheIntentJson.Default.ListReplyPersonnel,
            cancellationToken
        );

    /// <summary>Gets one member of a group.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The group does not exist, or the person is not in it.</exception>
    /// <exception cref="HealtheIntentException">It could not be had.</exception>
    public Task<Personnel> GetMemberAsync(
        string groupId,
        string personId,
        CancellationToken cancellationToken = default
    ) =>
        _caller.GetAsync(
            GetGroupMember,
            ApiAddress.Of(GetGroupMember, _caller.Endpoints, groupId, personId),
            HealtheIntentJson.Default.Personnel,
            cancellationToken
        );
}
