using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Sections;

public sealed class SharedValuesTests
{
    private const string Template = """
        {"id":"#","code":{"codings":[{"system":"2.16.840.1.113883.6.1","code":"2823-3","display":"Potassium"}],"text":"Potassium"},
         "category":[{"text":"Laboratory"}],"status":{"text":"Final"},"effectiveOn":"2026-10-20T10:20:00-05:00",
         "value":{"type":"QUANTITY","quantity":{"value":"4.1","unit":{"text":"mmol/L"}}},
         "referenceRanges":[{"low":{"value":"3.5","unit":{"text":"mmol/L"}},"text":"≥ 3.5"}],
         "encounter":{"id":"e"},"sourceIdentifier":{"dataPartitionId":"p","id":"s#"},"notes":[{"text":"note #"}]}
        """;

    [Fact]
    public async Task Two_results_of_one_test_hold_what_they_have_in_common_once()
    {
        var shared = new SharedValues();

        var records = await ReadAsync(Template.Replace('#', '1'), Template.Replace('#', '2'));
        var (one, other) = (shared.In(records[0]), shared.In(records[1]));

        Assert.Same(one.Code, other.Code);
        Assert.Same(one.Categories, other.Categories);
        Assert.Same(one.Status, other.Status);
        Assert.Same(one.EffectiveOn, other.EffectiveOn);
        Assert.Same(one.Value, other.Value);
        Assert.Same(one.ReferenceRanges, other.ReferenceRanges);
        Assert.Same(one.Encounter, other.Encounter);
        Assert.Same(one.SourceIdentifier!.DataPartitionId, other.SourceIdentifier!.DataPartitionId);
    }

    [Theory]
    [InlineData("2823-3", "2824-1")]
    [InlineData("\"display\":\"Potassium\"", "\"display\":\"Kalium\"")]
    [InlineData("Laboratory", "Vital Signs")]
    [InlineData("Final", "Corrected")]
    [InlineData("-05:00", "-04:00")]
    [InlineData("\"4.1\"", "\"4.10\"")]
    [InlineData("\"4.1\"", "\"<4.1\"")]
    [InlineData("\"3.5\"", "\"3.6\"")]
    [InlineData("mmol/L", "meq/L")]
    [InlineData("\"type\":\"QUANTITY\",", "\"type\":\"QUANTITY\",\"new\":1,")]
    [InlineData("{\"text\":\"Final\"}", "{\"text\":\"Final\",\"new\":1}")]
    [InlineData("\"code\":\"2823-3\",", "\"code\":\"2823-3\",\"new\":1,")]
    [InlineData("\"value\":\"3.5\",", "\"value\":\"3.5\",\"new\":1,")]
    public async Task Rule_4_A_record_says_after_sharing_what_it_said_before(string from, string to)
    {
        var shared = new SharedValues();
        var records = await ReadAsync(
            Template.Replace('#', '1'),
            Template.Replace('#', '2').Replace(from, to, StringComparison.Ordinal)
        );

        foreach (var record in records)
            Assert.Equal(
                JsonSerializer.Serialize(record),
                JsonSerializer.Serialize(shared.In(record))
            );
    }

    private static async Task<IReadOnlyList<Observation>> ReadAsync(params string[] records)
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, _) =>
                    Answer.With(
                        System.Net.HttpStatusCode.OK,
                        $$"""{"items":[{{string.Join(',', records)}}],"firstLink":""}"""
                    )
            )
        );
        await foreach (var page in client.Observations.ListAsync("population", Sample.PatientId))
            return page.Items;
        throw new InvalidOperationException("There was no page.");
    }
}
