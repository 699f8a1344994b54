using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client;
using HealtheIntent.Client.Json;

namespace HeiChartViewer.Tests.Unit.Client.Json;

public sealed class HealtheIntentJsonTests
{
    public static TheoryData<string> Kinds => [.. Samples.Types.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_member_of_the_contract_has_a_property_and_everything_comes_back_as_it_went_in(
        string kind
    )
    {
        var json = Samples.All[kind];

        var record = JsonSerializer.Deserialize(json, Samples.Types[kind])!;
        var again = JsonSerializer.Serialize(record, Samples.Types[kind]);

        Assert.Equal(["later"], ((OpenObject)record).Additional.Keys);
        Assert.All(
            record.GetType().GetProperties(),
            property =>
            {
                var value = property.GetValue(record);
                Assert.NotNull(value);
                if (value is System.Collections.ICollection list)
                    Assert.NotEmpty(list);
            }
        );
        Assert.True(
            JsonNode.DeepEquals(
                WithoutEmpty(JsonNode.Parse(Rename(json))),
                WithoutEmpty(JsonNode.Parse(again))
            ),
            again
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lists_are_never_null_whether_absent_or_null(string kind)
    {
        var members = JsonNode
            .Parse(Samples.All[kind])!
            .AsObject()
            .Select(member => $"\"{member.Key}\":null");

        foreach (var json in new[] { "{}", $"{{{string.Join(',', members)}}}" })
        {
            var record = JsonSerializer.Deserialize(json, Samples.Types[kind])!;

            Assert.All(
                record
                    .GetType()
                    .GetProperties()
                    .Where(property => property.PropertyType.Name == "IReadOnlyList`1"),
                property => Assert.Empty((System.Collections.IEnumerable)property.GetValue(record)!)
            );
        }
    }

    [Fact]
    public void The_other_spellings_of_a_person_are_read()
    {
        var person = Read(
            """
            {"id":1,"names":[{"given":["Gi"],"family":"Fa"},"Fa, Gi"],"birthSex":"Female","maritalStatus":"Married",
            "administrativeGender":{"text":"F"},"primaryLanguage":{"text":"English"},"deceased":"N",
            "telecoms":[{"number":"1"},"2"],"emailAddresses":[{"address":"a@example.org"},"b@example.org"],
            "addresses":["1 A St"]}
            """,
            HealtheIntentJson.Default.DemographicRecord
        );

        Assert.Equal("1", person.Id);
        Assert.Equal(["Gi"], person.Names[0].GivenNames);
        Assert.Equal(["Fa"], person.Names[0].FamilyNames);
        Assert.Equal("Fa, Gi", person.Names[1].Formatted);
        Assert.Equal("Female", person.BirthSex!.Display);
        Assert.Equal("Married", person.MaritalStatus!.Display);
        Assert.Equal("F", person.Gender!.Display);
        Assert.Equal("English", Assert.Single(person.Languages).Display);
        Assert.False(person.Deceased);
        Assert.Equal(["1", "2"], person.Telecoms.Select(telecom => telecom.Value));
        Assert.Equal(
            ["a@example.org", "b@example.org"],
            person.EmailAddresses.Select(email => email.Value)
        );
        Assert.Equal("1 A St", Assert.Single(person.Addresses).Text);
    }

    [Theory]
    [InlineData("""{"givenNames":["documented"],"given":["other"]}""")]
    [InlineData("""{"given":["other"],"givenNames":["documented"]}""")]
    public void Where_both_spellings_stand_the_documented_one_counts(string json) =>
        Assert.Equal(
            ["documented"],
            Read($$"""{"names":[{{json}}]}""", HealtheIntentJson.Default.DemographicRecord)
                .Names[0]
                .GivenNames
        );

    [Theory]
    [InlineData("effectiveOn")]
    [InlineData("effectiveAt")]
    [InlineData("effective")]
    public void Contract_6_8_When_something_was_observed_is_read_under_each_of_its_names(
        string name
    ) =>
        Assert.Equal(
            "2020-03",
            Read(
                $$"""{"{{name}}":"2020-03"}""",
                HealtheIntentJson.Default.Observation
            ).EffectiveOn!.Text
        );

    [Fact]
    public void The_other_spellings_of_records_are_read()
    {
        var json = HealtheIntentJson.Default;
        var condition = Read(
            """{"confirmationStatus":"sure","abatement":"2020"}""",
            json.Condition
        );
        var immunization = Read(
            """{"administeredOn":"2020","reasonNotGiven":"refused","performer":"Dr X"}""",
            json.Immunization
        );
        var procedure = Read("""{"performer":{"type":"P"},"place":"Room 1"}""", json.Procedure);
        var observation = Read(
            """{"effectiveAt":"2020","referenceRange":{"text":"1-2"},"performer":["Dr X"],"category":{"text":"LAB"}}""",
            json.Observation
        );
        var encounter = Read(
            """{"class":"inpatient","facility":"Hospital","participants":["Dr X"]}""",
            json.Encounter
        );
        var medication = Read(
            """{"dosage":{"value":5,"unit":"mg"},"refills":3}""",
            json.Medication
        );

        Assert.Equal("sure", condition.VerificationStatus!.Display);
        Assert.Equal("2020", condition.ResolvedOn!.Text);
        Assert.Equal("2020", immunization.OccurredOn!.Text);
        Assert.Equal("refused", Assert.Single(immunization.NotGivenReasons).Display);
        Assert.Equal("Dr X", Assert.Single(immunization.Performers).Provider!.Name!.Formatted);
        Assert.Equal("P", Assert.Single(procedure.Performers).Type);
        Assert.Equal("Room 1", procedure.Location!.Text);
        Assert.Equal("2020", observation.EffectiveOn!.Text);
        Assert.Equal("1-2", Assert.Single(observation.ReferenceRanges).Text);
        Assert.Equal("Dr X", Assert.Single(observation.Performers).Provider!.Name!.Formatted);
        Assert.Equal("LAB", Assert.Single(observation.Categories).Display);
        Assert.Equal("inpatient", encounter.Classification!.Display);
        Assert.Equal("Hospital", encounter.Location!.Text);
        Assert.Single(encounter.Providers);
        Assert.Equal(
            ("5", "mg", "3"),
            (medication.Dose!.Value, medication.Dose.Unit!.Display, medication.Refills)
        );
    }

    [Theory]
    [InlineData("""{"id":"\ud800"}""")]
    [InlineData("""{"encounter":{"id":"\ud800"}}""")]
    [InlineData("""{"encounter":"\ud800"}""")]
    [InlineData("""{"sourceIdentifier":{"id":"\ud800"}}""")]
    [InlineData("""{"value":"\ud800"}""")]
    [InlineData("""{"value":{"text":"\ud800"}}""")]
    [InlineData("""{"value":{"quantity":"\ud800"}}""")]
    [InlineData("""{"effectiveOn":"\ud800"}""")]
    [InlineData("""{"code":{"text":"\ud800"}}""")]
    [InlineData("""{"code":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Half_a_character_is_an_error_of_the_json(string json) =>
        Assert.Throws<JsonException>(() => Read(json, HealtheIntentJson.Default.Observation));

    [Fact]
    public void Several_coded_values_in_the_place_of_one_become_one_that_has_them_all()
    {
        var status = Read(
            """{"status":[{"text":"a","codings":[{"code":"1"}]},null,{"text":"b","codings":[{"code":"2"}]}]}""",
            HealtheIntentJson.Default.Allergy
        ).Status!;

        Assert.Equal("a, b", status.Text);
        Assert.Equal(["1", "2"], status.Codings.Select(coding => coding.Code));
    }

    [Theory]
    [InlineData("37.20", null, "37.20", 37.20)]
    [InlineData("<0.5", "<", "0.5", 0.5)]
    [InlineData(">= 90", ">=", "90", 90.0)]
    [InlineData("1:40", null, "1:40", null)]
    [InlineData("1e3", null, "1e3", 1000.0)]
    public void An_amount_keeps_its_text_and_its_comparator(
        string text,
        string? comparator,
        string value,
        double? number
    )
    {
        var dose = Read(
            $$$"""{"dose":{"value":"{{{text}}}"}}""",
            HealtheIntentJson.Default.Medication
        ).Dose!;

        Assert.Equal((comparator, value), (dose.Comparator, dose.Value));
        Assert.Equal((decimal?)number, dose.Number);
    }

    [Theory]
    [InlineData("""{"type":"QUANTITY","quantity":{"value":37.20,"unit":"C"}}""", "37.20 C")]
    [InlineData("""{"value":"37.2","unit":{"text":"C"}}""", "37.2 C")]
    [InlineData("37.20", "37.20 ")]
    [InlineData(
        """{"type":"CODEABLE_CONCEPT","codeableConcept":{"text":"Positive"}}""",
        "Positive"
    )]
    [InlineData("""{"codings":[{"display":"Positive"}]}""", "Positive")]
    [InlineData("""{"type":"CODEABLE","codeable":"Positive"}""", "Positive")]
    [InlineData("""{"type":"TEXT","text":"No growth"}""", "No growth")]
    [InlineData("\"No growth\"", "No growth")]
    [InlineData("true", "true")]
    [InlineData("""{"type":"RATIO","numerator":1}""", """{"type":"RATIO","numerator":1}""")]
    [InlineData("[1,2]", "[1,2]")]
    public void What_was_found_is_read_in_any_shape_and_never_lost(string json, string expected)
    {
        var value = Read($$"""{"value":{{json}}}""", HealtheIntentJson.Default.Observation).Value;

        Assert.Equal(
            expected,
            value switch
            {
                ObservationValue.Measured measured =>
                    $"{measured.Quantity.Value} {measured.Quantity.Unit?.Display}",
                ObservationValue.Coded coded => coded.Concept.Display,
                ObservationValue.Worded worded => worded.Text,
                _ => null,
            }
        );
    }

    private static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type)!;

    // Names are written in the documented spelling, whichever was read.
    private static string Rename(string json) =>
        json.Replace("\"given\":", "\"givenNames\":", StringComparison.Ordinal)
            .Replace("\"family\":", "\"familyNames\":", StringComparison.Ordinal);

    private static JsonNode? WithoutEmpty(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .Select(member => KeyValuePair.Create(member.Key, WithoutEmpty(member.Value)))
                    .Where(member => member.Value is not (null or JsonArray { Count: 0 }))
            ),
            JsonArray items => new JsonArray([.. items.Select(WithoutEmpty)]),
            _ => node?.DeepClone(),
        };
}
