namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Which EHRs may launch by SMART App Launch, under <c>Launch:Smart</c> in the configuration.</summary>
public sealed class SmartLaunchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Launch:Smart";

    /// <summary>The EHRs; one that is not named here is not even asked who it is (control 24).</summary>
    public IList<SmartIssuerOptions> Issuers { get; init; } = [];

    /// <summary>Where the EHRs send the user back to, as it is registered with them.</summary>
    /// <value>Not set: <c>/launch/callback</c> of the address that the launch came to.</value>
    public string? RedirectUri { get; set; }

    /// <summary>How long an EHR's server may take to answer.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>One EHR: its FHIR base, the viewer's registration with it, and whose patient ids it speaks of.</summary>
public sealed class SmartIssuerOptions : IssuerOptions
{
    /// <summary>The issuer that its authorization server names, in its metadata and in the id_token.</summary>
    /// <value>Not set: the same as <see cref="Issuer"/>.</value>
    public string? AuthorityIssuer { get; set; }

    /// <summary>Hosts that its endpoints may be on, with the port where it is not the scheme's own.</summary>
    /// <value>Empty: the hosts of <see cref="Issuer"/> and <see cref="AuthorityIssuer"/>, which count in any case.</value>
    public IList<string> Hosts { get; init; } = [];

    /// <summary>The viewer's <c>client_id</c>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The shared secret, where the viewer is registered with one (<c>client_secret_basic</c>).</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with the viewer's private key, PEM or JWK, where it is registered with one (<c>private_key_jwt</c>).</summary>
    public string? PrivateKeyFile { get; set; }

    /// <summary>The data partition that the EHR's patients are in.</summary>
    public string DataPartitionId { get; set; } = "";

    /// <summary>
    /// The system of the identifier by which the EHR names a launch's data partition in <c>fhirContext</c>, where its
    /// patients are of several; a launch that names another than <see cref="DataPartitionId"/>, or none, is refused.
    /// </summary>
    /// <value>Not set: all of its patients are in the one partition.</value>
    public string? DataPartitionSystem { get; set; }

    /// <summary>The system of the identifier by which HealtheIntent knows the EHR's patients.</summary>
    /// <value>Not set: it is the FHIR id itself, as on Millennium (contract 9).</value>
    public string? PatientIdSystem { get; set; }

    /// <summary>The EHR's tenant, where one issuer serves several; a launch of another is refused.</summary>
    /// <value>Not set: the issuer serves one.</value>
    public string? Tenant { get; set; }

    /// <summary>What is asked for at an EHR launch; a standalone launch asks for <c>launch/patient</c> instead of <c>launch</c>.</summary>
    /// <value><c>launch openid fhirUser online_access patient/Patient.r</c></value>
    public string Scopes { get; set; } = "launch openid fhirUser online_access patient/Patient.r";
}
