using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Where the operations of the Patient API are, and how its lookup is asked and read (contract 3).</summary>
[AssumedContract(
    "Inferred of the lookup: that several IDs are asked for by repeating sourcePersonId, at most 100 at a time; and, for nothing published says what it answers when it finds nobody or several, that no item, 204 and 404 are nobody, two patients and 409 several, and items of others alone no answer (contract 3.1). Of the search: that it pages by offset and limit in the query, with the criteria sent again; how it matches is not published (contract 3.2). Of the demographics: all members but id, sourceIdentifier, names, birthDate, birthSex, maritalStatus, races and ethnicities, and that a patient has one record per source, listed by cursor (contract 3.3).",
    Api = "patient"
)]
internal static class PatientContract
{
    /// <summary>How many IDs one lookup asks for at the most.</summary>
    public const int LookupIds = 100;

    private const string Api = "patient";
    private const string Root = "/patient/v1/populations/{populationId}";

    public static readonly ApiOperation Lookup = new(
        "patients.lookup",
        Api,
        HttpMethod.Get,
        Root + "/patient-id-lookup"
    );

    public static readonly ApiOperation Search = new(
        "patients.search",
        Api,
        HttpMethod.Post,
        Root + "/patient-search"
    );

    public static readonly ApiOperation ListDemographics = new(
        "demographics.list",
        Api,
        HttpMethod.Get,
        Root + "/patients/{patientId}/demographics"
    );

    public static readonly ApiOperation GetDemographic = new(
        "demographics.get",
        Api,
        HttpMethod.Get,
        Root + "/patients/{patientId}/demographics/{demographicId}"
    );

    /// <exception cref="ArgumentException">An ID is blank or too long.</exception>
    public static ApiAddress LookupAddress(
        EndpointResolver endpoints,
        string populationId,
        string dataPartitionId,
        IEnumerable<string> sourcePersonIds
    ) =>
        ApiAddress
            .Of(Lookup, endpoints, populationId)
            .With("dataPartitionId", dataPartitionId)
            .With("sourcePersonId", sourcePersonIds);

    /// <summary>What the answer says of the one person it was asked for.</summary>
    public static PatientLookup Read(ApiAnswer<ListReply<LookupItem>> answer, string sourcePersonId)
    {
        // 204 has no body; the legacy APIs say "not found" that way, and v1 may.
        if (answer.Value is not { } reply)
            return new PatientLookup.None { CorrelationId = answer.CorrelationId };
        var items = ListItems.Of(reply, answer.Call);
        if (IsPartOf(reply))
            throw new ContractViolationException(
                answer.Call,
                "the lookup has more than one page.",
                "$.nextLink"
            );
        var mine = items.Where(item => item.SourcePersonId == sourcePersonId).ToList();
        return mine.Count > 0 || items.Count == 0
            ? Of(answer, reply, mine)
            : throw new ContractViolationException(
                answer.Call,
                "the lookup names others than the one asked for.",
                "$.items"
            );
    }

    /// <summary>
    /// What the answer settles of several people it was asked for at once. Whom it names is found. Nobody else is known to be
    /// missing unless it names two of them, for a platform that reads one ID of several answers for that one alone, and names
    /// nobody who was not asked for.
    /// </summary>
    public static IReadOnlyDictionary<string, PatientLookup> Read(
        ApiAnswer<ListReply<LookupItem>> answer,
        IReadOnlyCollection<string> sourcePersonIds
    )
    {
        if (answer.Value is not { } reply)
            return new Dictionary<string, PatientLookup>();
        var items = ListItems.Of(reply, answer.Call).ToLookup(item => item.SourcePersonId);
        var named = sourcePersonIds.Where(items.Contains).ToList();
        var settled =
            IsPartOf(reply) ? []
            : named.Count > 1 && named.Count == items.Count ? sourcePersonIds
            : named;
        return settled.ToDictionary(
            id => id,
            id => Of(answer, reply, items[id].ToList()),
            StringComparer.Ordinal
        );
    }

    private static bool IsPartOf(ListReply<LookupItem> reply) =>
        !string.IsNullOrWhiteSpace(reply.NextLink) || reply.TotalResults > reply.Items!.Count;

    private static PatientLookup Of(
        ApiAnswer<ListReply<LookupItem>> answer,
        ListReply<LookupItem> reply,
        List<LookupItem> mine
    )
    {
        if (mine.Exists(item => item.Patient is null))
            throw new ContractViolationException(
                answer.Call,
                "a person was found without a patient ID.",
                "$.items"
            );
        var patients = mine.Select(item => item.Patient!.Id)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        PatientLookup lookup = patients switch
        {
            [] => new PatientLookup.None(),
            [var only] => new PatientLookup.One(only),
            _ => new PatientLookup.Many(patients),
        };
        return lookup with
        {
            CorrelationId = answer.CorrelationId,
            Unknown = UnknownMembers.Of([.. mine, .. mine.Select(item => item.Patient!), reply]),
        };
    }
}
