using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>An EHR that may launch, as the configuration vouches for it.</summary>
internal sealed class SmartIssuer
{
    private readonly HashSet<string> _hosts;
    private readonly SmartIssuerOptions _options;

    /// <summary>Takes over a configuration that has been found to be right.</summary>
    public SmartIssuer(SmartIssuerOptions options, ViewerTenants tenants)
    {
        _options = options;
        Address = SmartAddress.Issuer(options.Issuer);
        Authority = SmartAddress.Issuer(options.AuthorityIssuer ?? options.Issuer);
        ClientId = options.ClientId;
        ClientSecret = options.ClientSecret;
        ClientKey = options.PrivateKeyFile is { } file ? SmartClientKey.Load(file) : null;
        DataPartitionId = options.DataPartitionId.ToLowerInvariant();
        DataPartitionSystem = options.DataPartitionSystem;
        PatientIdSystem = options.PatientIdSystem;
        Tenant = options.Tenant;
        Population = tenants.PopulationOf(options.OfTenant, options.PopulationId);
        Scopes = new SmartScopes(options.Scopes);
        _hosts = new(
            [.. options.Hosts, new Uri(Address).Authority, new Uri(Authority).Authority],
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>The FHIR base, without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>The issuer of its id_tokens.</summary>
    public string Authority { get; }

    /// <summary>The viewer's name there.</summary>
    public string ClientId { get; }

    /// <summary>The viewer's secret there; null where it has none.</summary>
    public string? ClientSecret { get; }

    /// <summary>The viewer's key there; null where it has none.</summary>
    public SmartClientKey? ClientKey { get; }

    /// <summary>Where its patients are looked for.</summary>
    public Population Population { get; }

    /// <summary>The data partition of its patients.</summary>
    public string DataPartitionId { get; }

    /// <summary>The system by which a launch's context names its data partition; null where it names none.</summary>
    public string? DataPartitionSystem { get; }

    /// <summary>The system of the identifier that HealtheIntent knows; null where it is the FHIR id.</summary>
    public string? PatientIdSystem { get; }

    /// <summary>The only tenant of the EHR that may launch; null where there is one anyway.</summary>
    public string? Tenant { get; }

    /// <summary>What is asked for.</summary>
    public SmartScopes Scopes { get; }

    /// <summary>What the configuration says of all of its users.</summary>
    public IssuerOptions Options => _options;

    /// <summary>One of its users; their subject is unique here only.</summary>
    public ChartUser User(string subject, string? name) =>
        _options.User($"{Authority}|{subject}", name ?? subject, roles: null);

    /// <summary>
    /// Whether a launch is about a patient of this data partition. The same local id means somebody else in another one.
    /// </summary>
    public bool IsOfItsPartition(SmartTokens tokens) =>
        DataPartitionSystem is null
        || tokens
            .Identifiers.Where(one => one.System == DataPartitionSystem)
            .Select(one => one.Value?.ToLowerInvariant())
            .Distinct()
            .ToArray()
            is [var only]
            && only == DataPartitionId;

    /// <summary>Whether an address belongs to this EHR: nothing else is ever asked or redirected to on its word.</summary>
    public bool Owns(Uri address) => _hosts.Contains(address.Authority);

    /// <summary>Whether an address is of the FHIR server's own origin.</summary>
    public bool IsOwnOrigin(Uri address) =>
        address.GetLeftPart(UriPartial.Authority)
        == new Uri(Address).GetLeftPart(UriPartial.Authority);
}
