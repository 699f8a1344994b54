namespace HeiChartViewer.Sandbox;

/// <summary>How the sandbox runs, under <c>Sandbox</c> in the configuration.</summary>
public sealed class SandboxOptions
{
    /// <summary>The bearer token of the account that is granted everything.</summary>
    public const string BearerToken = "sandbox-bearer-token";

    /// <summary>The bearer token of an account that is granted the patient, allergy and condition APIs alone.</summary>
    public const string LimitedBearerToken = "sandbox-limited-token";

    /// <summary>The one population.</summary>
    public const string PopulationId = "1424e81d-8cea-4d6b-b140-d6630b684a58";

    /// <summary>Where to listen.</summary>
    /// <value><c>http://localhost:5090</c>; port 0 takes a free one.</value>
    public string Urls { get; set; } = "http://localhost:5090";

    /// <summary>The viewer that the EHR launches.</summary>
    /// <value><c>http://127.0.0.1:5080</c>.</value>
    public Uri AppUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>What the population is made from: the same seed makes the same bytes.</summary>
    /// <value>20261123.</value>
    public int Seed { get; set; } = 20261123;

    /// <summary>How many patients there are, the named cases included.</summary>
    /// <value>240.</value>
    public int Patients { get; set; } = 240;
}
