using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client;
using HealtheIntent.Client.Legacy;

namespace HeiChartViewer.Tests.Unit.Client.Legacy;

public sealed class LegacyJsonTests
{
    private static readonly Dictionary<string, (string Json, JsonTypeInfo Type)> Models = new()
    {
        ["person"] = (LegacySamples.Person, LegacyJson.Default.LegacyPerson),
        ["registries"] = (LegacySamples.Registries, LegacyJson.Default.PersonRegistries),
        ["relationship"] = (LegacySamples.Relationship, LegacyJson.Default.ProviderRelationship),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_of_the_contract_has_a_property_and_everything_comes_back_as_it_went_in(
        string name
    )
    {
        var (json, type) = Models[name];

        var read = JsonSerializer.Deserialize(json, type)!;
        var again = JsonSerializer.Serialize(read, type);

        Assert.Equal(["later"], ((OpenObject)read).Additional.Keys);
        AssertNothingUnread(read);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(again)), again);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_are_never_null_whether_absent_or_null(string name)
    {
        var (sample, type) = Models[name];
        var members = JsonNode.Parse(sample)!.AsObject().Select(member => $"\"{member.Key}\":null");

        foreach (var json in new[] { "{}", $"{{{string.Join(',', members)}}}" })
        {
            var read = JsonSerializer.Deserialize(json, type)!;

            Assert.All(
                read.GetType()
                    .GetProperties()
                    .Where(property => property.PropertyType.Name == "IReadOnlyList`1"),
                property => Assert.Empty((System.Collections.IEnumerable)property.GetValue(read)!)
            );
        }
    }

    [Fact]
    public void A_plain_text_in_the_place_of_a_code_is_its_display()
    {
        var person = ReadPerson(
            """{"gender":"Female","address":{"state_or_province":"IL","country":"USA","county_or_parish":null}}"""
        );

        Assert.Equal("Female", person.Gender!.Display);
        Assert.Null(person.Gender.Id);
        Assert.Equal("IL", person.Address!.StateOrProvince!.Display);
        Assert.Equal("USA", person.Address.Country!.Display);
        Assert.Null(person.Address.CountyOrParish);
    }

    [Fact]
    public void A_code_keeps_its_system_and_what_is_not_known_of_it()
    {
        var gender = ReadPerson(
            """{"gender":{"id":"F","code_system_id":"1.2","display":"Female","later":1}}"""
        ).Gender!;

        Assert.Equal(("F", "1.2", "Female"), (gender.Id, gender.CodeSystemId, gender.Display));
        Assert.Equal(["later"], gender.Additional.Keys);
    }

    [Fact]
    public void A_plain_text_in_the_place_of_a_number_or_an_address_is_read()
    {
        var person = ReadPerson("""{"telecoms":"555","emails":["a@example.org"]}""");

        Assert.Equal("555", Assert.Single(person.Telecoms).Number);
        Assert.Equal("a@example.org", Assert.Single(person.Emails).Address);
    }

    [Theory]
    [InlineData("\"ACHIEVED\"", "ACHIEVED", true)]
    [InlineData("\"missing_data \"", "MISSING_DATA", true)]
    [InlineData("\"NOT_ACHIEVED\"", "NOT_ACHIEVED", true)]
    [InlineData("\"EXCLUDED\"", "EXCLUDED", true)]
    [InlineData("\"Postponed\"", "Postponed", false)]
    [InlineData("7", "7", false)]
    public void An_outcome_nobody_knows_is_kept_as_it_came(string json, string value, bool known)
    {
        var program = JsonSerializer
            .Deserialize(
                $$"""{"programs":[{"measures":[{"outcome":{{json}}}]}]}""",
                LegacyJson.Default.PersonRegistries
            )!
            .Programs[0];

        var outcome = program.Measures[0].Outcome!;
        Assert.Equal((value, known), (outcome.Value, outcome.IsKnown));
    }

    [Fact]
    public void Two_outcomes_of_the_same_word_are_one()
    {
        var read = JsonSerializer.Deserialize(
            """{"programs":[{"measures":[{"outcome":"achieved"},{"outcome":"x"},{"outcome":null}]}]}""",
            LegacyJson.Default.PersonRegistries
        )!;

        var outcomes = read.Programs[0].Measures.Select(measure => measure.Outcome).ToList();
        Assert.Same(MeasureOutcome.Achieved, outcomes[0]);
        Assert.Equal(new MeasureOutcome("x"), outcomes[1]);
        Assert.Null(outcomes[2]);
    }

    private static LegacyPerson ReadPerson(string json) =>
        JsonSerializer.Deserialize(json, LegacyJson.Default.LegacyPerson)!;

    /// <summary>Every property has a value, and so has every property of every object of ours within.</summary>
    private static void AssertNothingUnread(object model) =>
        Assert.All(
            model
                .GetType()
                .GetProperties()
                .Where(property => property.Name != nameof(OpenObject.Additional)),
            property =>
            {
                var value = property.GetValue(model);
                Assert.NotNull(value);
                if (value is OpenObject inner)
                {
                    Assert.Empty(inner.Additional);
                    AssertNothingUnread(inner);
                }
                if (value is IEnumerable<object> items)
                {
                    Assert.NotEmpty(items);
                    Assert.All(items.OfType<OpenObject>(), AssertNothingUnread);
                }
            }
        );
}
