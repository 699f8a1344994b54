using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed class SmartPatientTests
{
    private const string System = "urn:oid:1.2.3";

    private const string Patient = """
        {
          "resourceType": "Patient",
          "id": "151579",
          "identifier": [
            { "system": "urn:oid:1.2.3", "value": "4481" },
            { "system": "urn:oid:1.2.3", "value": "17", "use": "old" },
            { "system": "urn:oid:9", "value": "99" }
          ],
          "name": [
            { "use": "official", "family": "Roberson", "given": ["Analisa", "Maria"] },
            { "use": "maiden", "family": "Keller", "given": ["Analisa"] },
            { "text": "words only" }
          ],
          "birthDate": "1934-08-20",
          "gender": "female"
        }
        """;

    [Fact]
    public void The_FHIR_id_is_the_local_id_where_nothing_else_is_configured()
    {
        var patient = SmartPatient.Read(Issuer(null), "151579", Parse(Patient));
        Assert.Equal(new SourceIdentifier(Sample.Partition, "151579"), patient.Source);
    }

    [Fact]
    public void Who_the_patient_is_comes_with_all_names()
    {
        var identity = SmartPatient.Read(Issuer(null), "151579", Parse(Patient)).Identity!;
        Assert.Equal(["Roberson", "Keller"], identity.FamilyNames);
        Assert.Equal(["Analisa", "Maria"], identity.GivenNames);
        Assert.Equal(new DateOnly(1934, 8, 20), identity.BirthDate);
        Assert.Equal("female", identity.Sex);
    }

    [Fact]
    public void A_year_of_birth_is_no_date_and_no_resource_states_nothing()
    {
        var yearOnly = Patient.Replace("1934-08-20", "1934", StringComparison.Ordinal);
        Assert.Null(SmartPatient.Read(Issuer(null), "151579", Parse(yearOnly)).Identity!.BirthDate);
        Assert.Null(SmartPatient.Read(Issuer(null), "151579", null).Identity);
    }

    [Fact]
    public void An_identifier_counts_where_it_is_the_only_one_in_use() =>
        Assert.Equal("4481", SmartPatient.Read(Issuer(System), "151579", Parse(Patient)).Source.Id);

    [Theory]
    [InlineData(
        "\"use\": \"old\"",
        "\"use\": \"usual\"",
        "several identifiers of the configured system"
    )]
    [InlineData("urn:oid:1.2.3", "urn:oid:1.2.4", "no identifier of the configured system")]
    [InlineData("\"4481\"", "\"44/81\"", "not a plausible local id")]
    public void Nothing_is_picked_where_there_is_not_exactly_one_id(
        string was,
        string becomes,
        string refusal
    ) =>
        Assert.Equal(
            refusal,
            Assert
                .Throws<SmartLaunchException>(() =>
                    SmartPatient.Read(
                        Issuer(System),
                        "151579",
                        Parse(Patient.Replace(was, becomes, StringComparison.Ordinal))
                    )
                )
                .Detail
        );

    [Theory]
    [InlineData("\"id\": \"151579\"", "\"id\": \"151580\"")]
    [InlineData("\"Patient\"", "\"OperationOutcome\"")]
    public void Another_resource_than_asked_for_is_refused(string was, string becomes) =>
        Assert.Equal(
            "SmartPatientUnreadable",
            Assert
                .Throws<SmartLaunchException>(() =>
                    SmartPatient.Read(
                        Issuer(null),
                        "151579",
                        Parse(Patient.Replace(was, becomes, StringComparison.Ordinal))
                    )
                )
                .Refusal.Reason.ToString()
        );

    [Theory]
    [InlineData("151579", true)]
    [InlineData("e-K7.x", true)]
    [InlineData("../Patient/2", false)]
    [InlineData("1?x=y", false)]
    [InlineData("", false)]
    [InlineData("1\n", false)]
    public void Only_an_id_as_FHIR_writes_them_goes_into_an_address(string text, bool isId) =>
        Assert.Equal(isId, SmartPatient.IsFhirId(text));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static SmartIssuer Issuer(string? system) =>
        new(
            new SmartIssuerOptions
            {
                Issuer = "https://ehr.example.org/fhir",
                ClientId = "viewer",
                DataPartitionId = Sample.Partition,
                PatientIdSystem = system,
            },
            Sample.Tenants
        );
}
