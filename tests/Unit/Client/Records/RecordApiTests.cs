using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Records;

public sealed class RecordApiTests
{
    private const string Empty = """{"items":[],"firstLink":""}""";

    private static readonly Dictionary<
        string,
        Func<HealtheIntentClient, RecordQuery?, Task>
    > Lists = new()
    {
        ["allergy"] = (client, query) => List(client.Allergies, query),
        ["condition"] = (client, query) => List(client.Conditions, query),
        ["medication"] = (client, query) => List(client.Medications, query),
        ["immunization"] = (client, query) => List(client.Immunizations, query),
        ["procedure"] = (client, query) => List(client.Procedures, query),
        ["observation"] = (client, query) => List(client.Observations, query),
        ["encounter"] = (client, query) => List(client.Encounters, query),
        ["document-reference"] = (client, query) => List(client.Documents, query),
        ["medication-dispense"] = (client, query) => List(client.MedicationDispenses, query),
    };

    private static readonly Dictionary<string, Func<HealtheIntentClient, string, Task>> Gets = new()
    {
        ["allergy"] = (client, id) => Get(client.Allergies, id),
        ["condition"] = (client, id) => Get(client.Conditions, id),
        ["medication"] = (client, id) => Get(client.Medications, id),
        ["immunization"] = (client, id) => Get(client.Immunizations, id),
        ["procedure"] = (client, id) => Get(client.Procedures, id),
        ["observation"] = (client, id) => Get(client.Observations, id),
        ["encounter"] = (client, id) => Get(client.Encounters, id),
        ["document-reference"] = (client, id) => Get(client.Documents, id),
        ["medication-dispense"] = (client, id) => Get(client.MedicationDispenses, id),
    };

    public static TheoryData<string, string, string> Kinds =>
        new()
        {
            { "allergy", "allergy", "allergies" },
            { "condition", "condition", "conditions" },
            { "medication", "medication", "medications" },
            { "immunization", "immunization", "immunizations" },
            { "procedure", "procedure", "procedures" },
            { "observation", "observation", "observations" },
            { "encounter", "encounter", "encounters" },
            { "document-reference", "longitudinal-record", "document-references" },
            { "medication-dispense", "longitudinal-record", "medication-dispenses" },
        };

    [Fact]
    public async Task A_record_as_received_has_the_members_and_digits_it_came_with()
    {
        const string sent = """{"zeta":1.50,"id":"a","code":{"text":"x","text":"y"},"n":1E2}""";
        var transport = StubTransport.Ok(sent);
        using var client = Wire.Client(transport);

        var received = await client.Allergies.GetAsReceivedAsync(
            Wire.Population,
            Wire.Patient,
            "a"
        );

        Assert.Equal("a", received.Record.Id);
        Assert.Equal(sent, received.Json.GetRawText());
        Assert.Equal(
            $"{Wire.PatientRoot("allergy")}/allergies/a",
            transport.Only.Address.AbsoluteUri
        );
    }

    [Theory]
    [InlineData("""["a"]""")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\"")]
    [InlineData("")]
    public async Task What_is_no_record_is_not_received_as_one(string sent)
    {
        using var client = Wire.Client(StubTransport.Ok(sent));

        await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Allergies.GetAsReceivedAsync(Wire.Population, Wire.Patient, "a")
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_is_asked_for_where_the_contract_says(
        string kind,
        string api,
        string path
    )
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);

        await Lists[kind](client, null);

        Assert.Equal(HttpMethod.Get, transport.Only.Method);
        Assert.Equal(
            $"{Wire.PatientRoot(api)}/{path}?limit=100",
            transport.Only.Address.AbsoluteUri
        );
        Assert.Null(transport.Only.Body);
        Assert.Equal("application/json", transport.Only.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", transport.Only.Headers["Authorization"]);
        Assert.StartsWith(
            "HealtheIntent.Client/",
            transport.Only.Headers["User-Agent"],
            StringComparison.Ordinal
        );
        Assert.True(Guid.TryParse(transport.Only.Headers["cerner-correlation-id"], out _));
        Assert.Equal(
            ["Accept", "Authorization", "cerner-correlation-id", "User-Agent"],
            transport.Only.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_single_record_is_asked_for_by_its_escaped_id(
        string kind,
        string api,
        string path
    )
    {
        var transport = StubTransport.Ok("""{"id":"a/b ?#%"}""");
        using var client = Wire.Client(transport);

        await Gets[kind](client, "a/b ?#%");

        Assert.Equal(
            $"{Wire.PatientRoot(api)}/{path}/a%2Fb%20%3F%23%25",
            transport.Only.Address.AbsoluteUri
        );
    }

    [Fact]
    public void Every_kind_has_its_api() =>
        Assert.Equal(RecordKind.All.Select(kind => kind.Name).Order(), Lists.Keys.Order());

    [Fact]
    public async Task Limit_and_statuses_go_into_the_query()
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);

        await Lists["allergy"](client, new RecordQuery { Limit = 7, Statuses = ["active", "a&b"] });

        Assert.Equal("?limit=7&status=active&status=a%26b", transport.Only.Address.Query);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_limit_the_platform_would_refuse_is_not_sent(int limit)
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Lists["allergy"](client, new RecordQuery { Limit = limit })
        );
        Assert.Empty(transport.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("..")]
    [InlineData(".")]
    public async Task An_id_that_could_change_the_path_is_refused_before_anything_is_sent(string id)
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);

        Assert.Throws<ArgumentException>(() => client.Allergies.ListAsync(id, Wire.Patient));
        Assert.Throws<ArgumentException>(() => client.Allergies.ListAsync(Wire.Population, id));
        await Assert.ThrowsAsync<ArgumentException>(() => Gets["allergy"](client, id));
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task Ids_of_every_documented_shape_are_sent_and_a_boundless_one_is_not()
    {
        var transport = StubTransport.Ok("""{"id":"x"}""");
        using var client = Wire.Client(transport);

        await Gets["condition"](client, "9223350" + new string('a', 76));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Gets["condition"](client, new string('a', 513))
        );

        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task A_status_without_text_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Lists["allergy"](client, new RecordQuery { Statuses = [" "] })
        );
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_not_a_record()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.NoContent, ""));

        await Assert.ThrowsAsync<ContractViolationException>(() => Gets["allergy"](client, "x"));
    }

    private static Task<List<Page<T>>> List<T>(RecordApi<T> api, RecordQuery? query)
        where T : ClinicalRecord => api.ListAsync(Wire.Population, Wire.Patient, query).AllAsync();

    private static Task<T> Get<T>(RecordApi<T> api, string id)
        where T : ClinicalRecord => api.GetAsync(Wire.Population, Wire.Patient, id);
}
