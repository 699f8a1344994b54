using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>
/// Who works here, and in which groups; callers may add, change and remove (contract 7). At the start these are the
/// clinicians who stand in the records.
/// </summary>
internal sealed class PersonnelDirectory
{
    private static readonly string[] Filters =
    [
        "aliasValue",
        "aliasSystem",
        "aliasType",
        "formattedName",
        "name",
        "orderBy",
    ];

    private static readonly Part OfPeople = new(
        staff => staff.People,
        (staff, people) => staff with { People = people }
    );

    private static readonly Part OfGroups = new(
        staff => staff.Groups,
        (staff, groups) => staff with { Groups = groups }
    );

    private readonly SeededIds _ids;
    private readonly Lock _gate = new();
    private readonly Staff _first;
    private Staff _staff;
    private int _created;

    public PersonnelDirectory(IReadOnlyList<DataPartition> partitions, int seed)
    {
        _ids = new SeededIds(seed, "personnel");
        _staff = _first = Staff.First(partitions, _ids);
    }

    /// <summary>Takes back what callers changed.</summary>
    public void Reset()
    {
        lock (_gate)
            (_staff, _created) = (_first, 0);
    }

    public Answer Personnel(TenantCall call) =>
        OffsetPage.Of(
            call,
            Ordered(call, _staff.People.Values.Where(x => Matches(call, x))),
            Copy,
            Filters
        );

    public Answer Person(TenantCall call) => One(_staff.People, call.PathValue("id"));

    public Answer Groups(TenantCall call) => OffsetPage.Of(call, _staff.Groups.Values, Copy);

    public Answer Group(TenantCall call) => One(_staff.Groups, call.PathValue("id"));

    public Answer Members(TenantCall call)
    {
        var staff = _staff;
        return staff.Groups.ContainsKey(call.PathValue("id"))
            ? OffsetPage.Of(
                call,
                staff.MembersOf(call.PathValue("id")).Select(id => staff.People[id]),
                Copy
            )
            : Answer.NotFound("id");
    }

    public Answer Member(TenantCall call)
    {
        var staff = _staff;
        return staff.MembersOf(call.PathValue("id")).Contains(call.PathValue("personId"))
            ? One(staff.People, call.PathValue("personId"))
            : Answer.NotFound("personId");
    }

    public ValueTask<Answer> CreatePersonAsync(TenantCall call) =>
        CreateAsync(
            call,
            OfPeople,
            body =>
            {
                if (body["name"] is not JsonObject name)
                    return false;
                name["formatted"] ??= $"{Text(name["family"])}, {Text(name["given"])}";
                return true;
            }
        );

    public ValueTask<Answer> ChangePersonAsync(TenantCall call) => ChangeAsync(call, OfPeople);

    public ValueTask<Answer> RemovePersonAsync(TenantCall call) => RemoveAsync(call, OfPeople);

    public ValueTask<Answer> CreateGroupAsync(TenantCall call) =>
        CreateAsync(call, OfGroups, body => Text(body["name"]).Length > 0);

    public ValueTask<Answer> ChangeGroupAsync(TenantCall call) => ChangeAsync(call, OfGroups);

    public ValueTask<Answer> RemoveGroupAsync(TenantCall call) => RemoveAsync(call, OfGroups);

    public ValueTask<Answer> AddMemberAsync(TenantCall call) =>
        ChangeMembersAsync(call, (members, id) => members.Contains(id) ? members : members.Add(id));

    public ValueTask<Answer> RemoveMemberAsync(TenantCall call) =>
        ChangeMembersAsync(call, (members, id) => members.Remove(id));

    private ValueTask<Answer> CreateAsync(
        TenantCall call,
        Part part,
        Func<JsonObject, bool> hasName
    ) =>
        ServeAsync(
            call,
            body =>
            {
                if (!hasName(body))
                    return Answer.BadBody("name", "is required");
                body["id"] = _ids.Uuid("created", $"{++_created}");
                Keep(part, body);
                return Answer.Of(Copy(body), StatusCodes.Status201Created);
            }
        );

    private ValueTask<Answer> ChangeAsync(TenantCall call, Part part) =>
        ServeAsync(
            call,
            body =>
            {
                if (!part.Of(_staff).TryGetValue(call.PathValue("id"), out var known))
                    return Answer.NotFound("id");
                var next = Changed(known, body);
                Keep(part, next);
                return Answer.Of(Copy(next));
            }
        );

    private ValueTask<Answer> RemoveAsync(TenantCall call, Part part) =>
        ServeAsync(
            call,
            _ =>
            {
                var known = part.Of(_staff);
                _staff = part.With(_staff, known.Remove(call.PathValue("id")));
                return One(known, call.PathValue("id"));
            }
        );

    private void Keep(Part part, JsonObject one) =>
        _staff = part.With(_staff, part.Of(_staff).SetItem(Staff.IdOf(one), one));

    private ValueTask<Answer> ChangeMembersAsync(
        TenantCall call,
        Func<ImmutableList<string>, string, ImmutableList<string>> change
    ) =>
        ServeAsync(
            call,
            _ =>
            {
                var (group, person) = (call.PathValue("id"), call.PathValue("personId"));
                if (!_staff.Groups.ContainsKey(group))
                    return Answer.NotFound("id");
                if (!_staff.People.ContainsKey(person))
                    return Answer.NotFound("personId");
                _staff = _staff with
                {
                    Members = _staff.Members.SetItem(
                        group,
                        change(_staff.Members.GetValueOrDefault(group, []), person)
                    ),
                };
                return One(_staff.People, person);
            }
        );

    /// <summary>Reads the body, which may be none, and changes the staff by it, one caller after the other.</summary>
    private async ValueTask<Answer> ServeAsync(TenantCall call, Func<JsonObject, Answer> change)
    {
        JsonObject body;
        try
        {
            body =
                call.Http.Request.HasJsonContentType() && call.Http.Request.ContentLength is not 0
                    ? await RequestJson.ReadAsync(call.Http, TenantJson.Default.JsonObject) ?? []
                    : [];
            // What repeats a member is only found out when it is looked at.
            _ = body.Count;
            lock (_gate)
                return change(body);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return Answer.BadBody("body", "is not a JSON object");
        }
    }

    private static IEnumerable<JsonObject> Ordered(
        TenantCall call,
        IEnumerable<JsonObject> people
    ) =>
        call.Query["orderBy"] is ["-name" or "name:desc"]
            ? people.OrderByDescending(FormattedName, StringComparer.Ordinal)
            : people.OrderBy(FormattedName, StringComparer.Ordinal);

    private static bool Matches(TenantCall call, JsonObject person)
    {
        bool Is(string filter, Func<string, bool> matches) =>
            call.Query[filter] is not [{ } wanted] || matches(wanted);

        var aliases = (person["aliases"] as JsonArray ?? []).OfType<JsonObject>();
        return Is(
                "name",
                wanted => FormattedName(person).Contains(wanted, StringComparison.OrdinalIgnoreCase)
            )
            && Is(
                "formattedName",
                wanted => FormattedName(person).Equals(wanted, StringComparison.OrdinalIgnoreCase)
            )
            && (
                !Filters[..3].Any(call.Query.ContainsKey)
                || aliases.Any(alias =>
                    Is("aliasValue", wanted => Text(alias["value"]) == wanted)
                    && Is("aliasSystem", wanted => Text(alias["system"]) == wanted)
                    && Is("aliasType", wanted => Text(alias["type"]) == wanted)
                )
            );
    }

    private static JsonObject Changed(JsonObject known, JsonObject change)
    {
        var next = Copy(known);
        foreach (var (name, value) in change)
            if (name != "id")
                next[name] = value?.DeepClone();
        return next;
    }

    private static Answer One(ImmutableSortedDictionary<string, JsonObject> known, string id) =>
        known.TryGetValue(id, out var one) ? Answer.Of(Copy(one)) : Answer.NotFound("id");

    private static JsonObject Copy(JsonObject one) => (JsonObject)one.DeepClone();

    private static string FormattedName(JsonObject person) =>
        person["name"] is JsonObject name ? Text(name["formatted"]) : "";

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The people or the groups of the staff: both are created, changed and removed alike.</summary>
    private sealed record Part(
        Func<Staff, ImmutableSortedDictionary<string, JsonObject>> Of,
        Func<Staff, ImmutableSortedDictionary<string, JsonObject>, Staff> With
    );
}
