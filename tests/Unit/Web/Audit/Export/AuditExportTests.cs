using System.Text;
using System.Text.Json.Nodes;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Audit.Export;

/// <summary>Control 61: what is handed over follows IHE's Basic Audit Log Patterns.</summary>
public sealed class AuditExportTests
{
    private const string Patterns =
        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    [Fact]
    public async Task Control_61_A_section_that_was_viewed_is_a_read_of_a_patient()
    {
        var json = await ExportedAsync(
            new AuditEntry(AuditAction.SectionViewed)
            {
                UserId = "https://idp.example.org#ann",
                UserName = "Ann",
                Organisation = "https://ehr.example.org",
                Purpose = "TREAT",
                Tenant = "acme",
                DataPartitionId = "877307a0-b5f5-4a01-9d4b-9fead6bcf788",
                SourcePersonId = "42",
                PatientId = "hi-1",
                Section = "allergies",
                CorrelationId = "c-1",
                RemoteAddress = "192.0.2.7",
            }
        );

        Assert.Equal(Patterns + "PatientRead", $"{json["meta"]!["profile"]![0]}");
        Assert.Equal("R", $"{json["action"]}");
        Assert.Equal("0", $"{json["outcome"]}");
        Assert.Equal("read", $"{json["subtype"]![0]!["code"]}");
        Assert.Equal("2026-03-04T05:06:07.089Z", $"{json["recorded"]}");
        Assert.Equal("TREAT", $"{json["purposeOfEvent"]![0]!["coding"]![0]!["code"]}");
        var agents = json["agent"]!.AsArray();
        Assert.Equal("IRCP", Code(agents[0]!["type"]!));
        Assert.Equal("https://ehr.example.org", $"{agents[0]!["who"]!["identifier"]!["system"]}");
        Assert.Equal("192.0.2.7", $"{agents[0]!["network"]!["address"]}");
        // A read flows from the platform (source) to the viewer (destination).
        Assert.Equal(("110152", "HeiChartViewer"), (Code(agents[1]!["type"]!), Who(agents[1]!)));
        Assert.Equal(("110153", "HealtheIntent"), (Code(agents[2]!["type"]!), Who(agents[2]!)));
        Assert.Single(agents, agent => agent!["requestor"]!.GetValue<bool>());
        var entities = json["entity"]!.AsArray();
        Assert.Equal("Patient/hi-1", $"{entities[0]!["what"]!["reference"]}");
        Assert.Equal("42", $"{entities[0]!["what"]!["identifier"]!["value"]}");
        Assert.Equal("1", $"{entities[0]!["role"]!["code"]}");
        Assert.Equal("allergies", $"{entities[1]!["what"]!["identifier"]!["value"]}");
        Assert.Equal("c-1", $"{entities[2]!["what"]!["identifier"]!["value"]}");
        Assert.Equal("acme", $"{json["source"]!["site"]}");
    }

    [Fact]
    public async Task Control_60_A_search_carries_its_words_as_base64()
    {
        var query = Encoding.UTF8.GetBytes("{\"name\":\"Ö\"}");
        var json = await ExportedAsync(
            new AuditEntry(AuditAction.PersonSearched)
            {
                UserId = "ann",
                Detail = System.Buffers.Text.Base64Url.EncodeToString(query),
            }
        );

        Assert.Equal(Patterns + "Query", $"{json["meta"]!["profile"]![0]}");
        Assert.Equal("E", $"{json["action"]}");
        Assert.Equal(query, Convert.FromBase64String($"{json["entity"]![0]!["query"]}"));
        Assert.Null(json["outcomeDesc"]);
        // In a query the asker is the source.
        Assert.Equal("110153", Code(json["agent"]![1]!["type"]!));
    }

    [Fact]
    public async Task A_pattern_is_claimed_for_what_succeeded_only()
    {
        var json = await ExportedAsync(
            new AuditEntry(AuditAction.LaunchRefused, AuditOutcome.Denied)
            {
                Detail = "PatientNotFound",
            }
        );

        Assert.Null(json["meta"]);
        Assert.Equal("4", $"{json["outcome"]}");
        Assert.Equal("PatientNotFound", $"{json["outcomeDesc"]}");
        Assert.True(json["agent"]![0]!["requestor"]!.GetValue<bool>());
    }

    public static TheoryData<AuditAction> Actions() => new(Enum.GetValues<AuditAction>());

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Every_action_has_its_place_in_FHIR(AuditAction action)
    {
        var json = await ExportedAsync(new AuditEntry(action) { UserId = "ann" });

        foreach (var required in new[] { "type", "recorded", "agent", "source" })
            Assert.NotNull(json[required]);
        Assert.Contains(
            json["subtype"]!.AsArray(),
            subtype => $"{subtype!["code"]}" == action.ToString()
        );
    }

    [Fact]
    public async Task A_stretch_of_time_begins_with_its_first_moment_and_ends_before_its_last()
    {
        var clock = new ManualClock();
        await using var file = await AuditFile.CreateAsync(clock: clock);
        foreach (var detail in new[] { "one", "two", "three" })
        {
            await file.WriteAsync(detail);
            clock.Advance(TimeSpan.FromHours(1));
        }
        var start = clock.GetUtcNow().AddHours(-2);

        using var output = new MemoryStream();
        var count = await file.Export.WriteAsync(
            start,
            start.AddHours(1),
            output,
            CancellationToken.None
        );

        Assert.Equal(1, count);
        var line = Assert.Single(Lines(output));
        Assert.Equal("two", $"{JsonNode.Parse(line)!["outcomeDesc"]}");
    }

    private static async Task<JsonNode> ExportedAsync(AuditEntry entry)
    {
        await using var file = await AuditFile.CreateAsync();
        await file.Log.WriteAsync([entry], CancellationToken.None);
        using var output = new MemoryStream();
        await file.Export.WriteAsync(null, null, output, CancellationToken.None);
        return JsonNode.Parse(Assert.Single(Lines(output)))!;
    }

    private static string[] Lines(MemoryStream output) =>
        Encoding
            .UTF8.GetString(output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Code(JsonNode concept) => $"{concept["coding"]![0]!["code"]}";

    private static string Who(JsonNode agent) => $"{agent["who"]!["display"]}";
}
