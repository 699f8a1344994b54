using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Smart;

namespace HeiChartViewer.Sandbox;

/// <summary>What the sandbox is started with; every value also binds from <c>--Sandbox:{Name}</c>.</summary>
public sealed class SandboxOptions
{
    /// <summary>The configuration section these values bind from.</summary>
    public const string Section = "Sandbox";

    /// <summary>The token of the account that may read everything.</summary>
    public const string BearerToken = "sandbox-bearer-token";

    /// <summary>The token of the account that was granted patient, allergy and condition only.</summary>
    public const string LimitedBearerToken = "sandbox-limited-token";

    /// <summary>The consumer key of the account that may read everything.</summary>
    public const string ConsumerKey = "0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01";

    /// <summary>The consumer secret of the account that may read everything.</summary>
    public const string ConsumerSecret = "sandbox-consumer-secret";

    /// <summary>The viewer's <c>client_id</c> at the EHR, as a public client.</summary>
    public const string SmartClientId = Smart.SmartClients.PublicId;

    /// <summary>The system by which the EHR names a launch's data partition in <c>fhirContext</c>.</summary>
    public const string SmartDataPartitionSystem = "urn:healtheintent:data-partition";

    /// <summary>The only population there is: the vendor's own synthetic example (contract 1.3).</summary>
    public const string PopulationId = "1424e81d-8cea-4d6b-b140-d6630b684a58";

    /// <summary>The pipeline of condition categories; in life its id is a value of the tenant's configuration.</summary>
    public const string HccPipelineId = "6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70";

    private static readonly DateOnly FirstToday = Sandbox.Population.RecordDates.Today;

    /// <summary>The addresses to listen on, joined by semicolons; port 0 takes a free one.</summary>
    /// <value>http://localhost:5090</value>
    public string Urls { get; set; } = "http://localhost:5090";

    /// <summary>The mnemonic of the tenant, where the name of the host does not say it (contract 1.1).</summary>
    /// <value>sandbox</value>
    public string Tenant { get; set; } = "sandbox";

    /// <summary>What the whole population grows from: the same seed gives the same bytes.</summary>
    /// <value>1</value>
    public int Seed { get; set; } = 1;

    /// <summary>Where the chart viewer is, for the frame of the EHR.</summary>
    /// <value>http://127.0.0.1:5080</value>
    public string AppUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>How many patients there are; the named cases are there whatever the number.</summary>
    /// <value>240</value>
    public int Patients { get; set; } = 240;

    /// <summary>The day that every record is written up to; the same seed and day give the same bytes.</summary>
    /// <value>23-Nov-2026</value>
    public DateOnly Today { get; set; } = FirstToday;

    /// <summary>A population file to serve instead of the grown population; docs/sandbox.md describes it.</summary>
    /// <value>Not set.</value>
    public string? Population { get; set; }

    /// <summary>Apps registered beside the viewer, or in its place where they bear its name.</summary>
    public IList<SmartClientOptions> SmartClients { get; } = [];

    /// <summary>System accounts beside those there are, or in the place of the one that bears the name.</summary>
    public IList<SystemAccountOptions> Accounts { get; } = [];

    /// <summary>Binds the section of these options.</summary>
    /// <exception cref="SandboxOptionsException">A value has the wrong form.</exception>
    public static SandboxOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        try
        {
            return configuration.GetSection(Section).Get<SandboxOptions>() ?? new SandboxOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw new SandboxOptionsException([exception.Message]);
        }
    }

    /// <summary>Finds everything that is wrong, each message naming its key.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        foreach (var url in Urls.Split(';'))
            if (!IsHttp(url))
                errors.Add($"{Section}:Urls holds '{url}', which is not an http:// address.");
        if (string.IsNullOrWhiteSpace(Urls))
            errors.Add($"{Section}:Urls is empty.");
        if (!IsHttp(AppUrl) && !AppUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            errors.Add($"{Section}:AppUrl '{AppUrl}' is not an http:// or https:// address.");
        if (
            !Uri.CheckHostName($"{Tenant}.example").Equals(UriHostNameType.Dns)
            || Tenant.Contains('.')
        )
            errors.Add($"{Section}:Tenant '{Tenant}' cannot be a label of a host name.");
        if (Patients is < 0 or > 100_000)
            errors.Add($"{Section}:Patients is {Patients}; it must be between 0 and 100000.");
        // The named cases have days of their own, and nothing happens after today.
        if (Today < FirstToday || Today > FirstToday.AddYears(10))
            errors.Add(
                $"{Section}:Today is {Today:yyyy-MM-dd}; it must be between {FirstToday:yyyy-MM-dd} and {FirstToday.AddYears(10):yyyy-MM-dd}."
            );
        errors.AddRange(SmartClients.SelectMany(client => client.Errors()));
        errors.AddRange(SystemAccounts.Errors(Accounts));
        return errors;
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp;
}
