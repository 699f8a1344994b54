using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HealtheIntent.Client;
using HealtheIntent.Client.Json;

namespace HeiChartViewer.Tests.Unit.Client.Values;

public sealed class OpenObjectTests
{
    private const string Open = """
        {"id":"i",
         "code":{"codings":[{"system":"s","code":"c","display":"d","version":"2026"}],
           "sourceCodings":[{"system":"s","code":"c","primary":true}],
           "concepts":[{"contextId":"AB","alias":"A","weight":1.50}],"text":"t","language":"en"},
         "encounter":{"id":"e","type":"INPATIENT","period":{"start":"2020"}},
         "sourceIdentifier":{"dataPartitionId":"p","id":"1","system":null}}
        """;

    [Fact]
    public void Every_value_keeps_the_members_nobody_knows_and_writes_them_back()
    {
        var allergy = Read(Open);
        var code = allergy.Code!;

        Assert.Equal("2026", Assert.Single(code.Codings).Additional["version"].GetString());
        Assert.True(Assert.Single(code.SourceCodings).Additional["primary"].GetBoolean());
        Assert.Equal("1.50", Assert.Single(code.Concepts).Additional["weight"].GetRawText());
        Assert.Equal("en", code.Additional["language"].GetString());
        Assert.Equal(["type", "period"], allergy.Encounter!.Additional.Keys);
        Assert.Equal(JsonValueKind.Null, allergy.SourceIdentifier!.Additional["system"].ValueKind);

        var again = JsonSerializer.Serialize(allergy, HealtheIntentJson.Default.Allergy);
        Assert.True(
            JsonElement.DeepEquals(
                Element(Open),
                Element(Without(again, "notes", "provenances", "reactions"))
            ),
            again
        );
    }

    [Fact]
    public void A_reference_within_a_reference_keeps_the_members_of_both()
    {
        var reference = JsonSerializer.Deserialize(
            """{"type":"outer","id":{"id":"e","type":"inner","more":1},"other":2}""",
            HealtheIntentJson.Default.Reference
        )!;

        Assert.Equal("e", reference.Id);
        Assert.Equal("outer", reference.Additional["type"].GetString());
        Assert.Equal(["more", "other", "type"], reference.Additional.Keys.Order());
    }

    [Fact]
    public void What_nobody_knows_does_not_tell_two_values_apart()
    {
        var open = Read(Open);
        var coding = new Coding("s", "c", "d");
        var encounter = new Reference("e");
        var source = new SourceIdentifier("p", "1");

        Assert.Equal(coding, open.Code!.Codings[0]);
        Assert.Equal(coding.GetHashCode(), open.Code.Codings[0].GetHashCode());
        Assert.Equal(encounter, open.Encounter);
        Assert.Equal(source, open.SourceIdentifier);
        Assert.Equal(source.GetHashCode(), open.SourceIdentifier!.GetHashCode());
        Assert.NotEqual(coding, coding with { Code = "other" });
        Assert.NotEqual(source, source with { Id = "2" });
    }

    [Fact]
    public void What_has_no_unknown_member_costs_no_more_than_its_members()
    {
        var json = Encoding.UTF8.GetBytes("""{"dataPartitionId":"p","id":"1"}""");
        var type = HealtheIntentJson.Default.SourceIdentifier;
        var bytes = long.MaxValue;

        // The first reads pay for what is made once.
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            JsonSerializer.Deserialize(json, type);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // The object with three references, and two texts of a character each.
        Assert.Equal(40 + 24 + 24, bytes);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("""{"id":null,"type":"x"}""")]
    [InlineData("""{"id":{"type":"x"}}""")]
    public void A_reference_without_an_id_is_none(string json) =>
        Assert.Null(Read($$"""{"encounter":{{json}}}""").Encounter);

    [Fact]
    public void Coded_values_that_are_joined_keep_the_members_of_each()
    {
        var code = Read("""{"code":[{"text":"a","x":1},{"text":"b","x":2,"y":3}]}""").Code!;

        Assert.Equal("a, b", code.Text);
        Assert.Equal(1, code.Additional["x"].GetInt32());
        Assert.Equal(3, code.Additional["y"].GetInt32());
    }

    [Theory]
    [InlineData("""{"type":"QUANTITY","quantity":{"value":"1"},"later":{"a":1}}""")]
    [InlineData("""{"type":"CODEABLE_CONCEPT","codeableConcept":{"text":"c"},"later":{"a":1}}""")]
    [InlineData("""{"later":{"a":1},"type":"TEXT","text":"w"}""")]
    public void What_an_observation_found_keeps_the_members_beside_it(string json)
    {
        var type = HealtheIntentJson.Default.ObservationValue;

        var value = JsonSerializer.Deserialize(json, type)!;

        Assert.Equal("""{"a":1}""", Assert.Single(value.Additional).Value.GetRawText());
        Assert.Contains(
            "\"later\":{\"a\":1}",
            JsonSerializer.Serialize(value, type),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_second_value_of_an_observation_is_not_lost()
    {
        var value = JsonSerializer.Deserialize(
            """{"quantity":{"value":"37.2"},"text":"about 37"}""",
            HealtheIntentJson.Default.ObservationValue
        )!;

        Assert.IsType<ObservationValue.Measured>(value);
        Assert.Equal("about 37", value.Additional["text"].GetString());
    }

    private static Allergy Read(string json) =>
        JsonSerializer.Deserialize(json, HealtheIntentJson.Default.Allergy)!;

    private static JsonElement Element(string json) => JsonElement.Parse(json);

    private static string Without(string json, params string[] members)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        foreach (var member in members)
            node.Remove(member);
        return node.ToJsonString();
    }
}
