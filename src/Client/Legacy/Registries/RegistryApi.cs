using HealtheIntent.Client.Legacy;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>The older HealtheRegistries API: which quality measures a person meets and misses (contract 7).</summary>
public sealed class RegistryApi
{
    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal RegistryApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Gets the registries a person is in.</summary>
    /// <returns>The registries; null when the platform has nothing to say about the person (204).</returns>
    /// <exception cref="ArgumentException">An ID is blank or too long, or the filter is none; nothing was sent.</exception>
    /// <exception cref="NotFoundException">404: the platform knows no such person, or its ID has changed (contract 8.7).</exception>
    /// <exception cref="HealtheIntentException">The registries could not be had.</exception>
    public async Task<PersonRegistries?> GetAsync(
        string populationId,
        string personId,
        MeasureStatusFilter filter = MeasureStatusFilter.Unfiltered,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await _caller
            .SendAsync(
                RegistryContract.Registries,
                Address(RegistryContract.RegistriesPath(populationId, personId, filter)),
                LegacyJson.Default.PersonRegistries,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer.Value;
    }

    /// <summary>Lists the population's programs, page by page.</summary>
    /// <exception cref="ArgumentException">The ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<RegistryProgram>> ListProgramsAsync(
        string populationId,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new OffsetQuery();
        return _pager.ListAsync(
            new LegacyPages<RegistryProgram>(
                RegistryContract.Programs,
                Address(RegistryContract.ProgramsPath(populationId)),
                query,
                LegacyJson.Default.LegacyListRegistryProgram,
                program => program.Id
            ),
            query.Prefetch,
            cancellationToken
        );
    }

    /// <summary>Gets who takes care of a person.</summary>
    /// <returns>The relationships in the platform's order; empty when there are none.</returns>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The relationships could not be had.</exception>
    public async Task<IReadOnlyList<ProviderRelationship>> GetProviderRelationshipsAsync(
        string populationId,
        string personId,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await _caller
            .SendAsync(
                RegistryContract.ProviderRelationships,
                Address(RegistryContract.ProviderRelationshipsPath(populationId, personId)),
                LegacyJson.Default.LegacyListProviderRelationship,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer.Value?.Require(answer.Call) ?? [];
    }

    private Uri Address(string path) =>
        new(_caller.Endpoints.ResolveLegacy(LegacySolution.Registries), path);
}
