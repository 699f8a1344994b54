using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed class SmartLaunchOptionsValidatorTests
{
    [Fact]
    public void A_public_client_of_one_EHR_is_enough() => Assert.Empty(Errors(Good()));

    [Fact]
    public void Every_error_is_told_at_once_by_its_key()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "no key");
        var options = new SmartLaunchOptions
        {
            RedirectUri = "http://viewer.example.org/launch/callback",
            Timeout = TimeSpan.Zero,
            Issuers =
            [
                new()
                {
                    Issuer = "http://ehr.example.org/fhir",
                    AuthorityIssuer = "nowhere",
                    Hosts = { "https://login.example.org" },
                    ClientSecret = " ",
                    PrivateKeyFile = file,
                    DataPartitionId = "another",
                    PatientIdSystem = "urn:oid:1.2.3",
                    Scopes = "patient/Observation.rs",
                },
            ],
        };

        Assert.Equal(
            [
                "Launch:Smart:RedirectUri must be an https address.",
                "Launch:Smart:Timeout must be more than nothing and at most a minute.",
                "Launch:Smart:Issuers:0:Issuer must be the https address of a FHIR base.",
                "Launch:Smart:Issuers:0:AuthorityIssuer must be an https address.",
                "Launch:Smart:Issuers:0:Hosts:0 must be a host name, with the port where it is not 443.",
                "Launch:Smart:Issuers:0:ClientId is empty.",
                "Launch:Smart:Issuers:0:ClientSecret and PrivateKeyFile are both set: the viewer is registered with one of them.",
                "Launch:Smart:Issuers:0:ClientSecret is empty: leave it out where the viewer is a public client.",
                "Launch:Smart:Issuers:0:PrivateKeyFile holds no private key in PEM or JWK.",
                "Launch:Smart:Issuers:0:DataPartitionId is not one of Viewer:DataPartitions.",
                "Launch:Smart:Issuers:0:Scopes must have launch.",
                "Launch:Smart:Issuers:0:Scopes must have openid and fhirUser: a chart opens for a user who is known.",
                "Launch:Smart:Issuers:0:Scopes must have patient/Patient.r, because PatientIdSystem is read from the FHIR Patient.",
            ],
            Errors(options)
        );
        File.Delete(file);
    }

    [Fact]
    public void An_EHR_is_configured_once()
    {
        var options = Good();
        options.Issuers.Add(Good().Issuers[0]);
        options.Issuers[1].Issuer += "/";
        Assert.Equal(
            ["Launch:Smart:Issuers has https://ehr.example.org/fhir more than once."],
            Errors(options)
        );
    }

    private static SmartLaunchOptions Good() =>
        new()
        {
            Issuers =
            {
                new()
                {
                    Issuer = "https://ehr.example.org/fhir",
                    Hosts = { "login.example.org", "login.example.org:8443" },
                    ClientId = "viewer",
                    DataPartitionId = Sample.Partition.ToUpperInvariant(),
                },
            },
        };

    private static IEnumerable<string> Errors(SmartLaunchOptions options) =>
        new SmartLaunchOptionsValidator(Sample.Sections(Sample.Partition))
            .Validate(null, options)
            .Failures
        ?? [];
}
