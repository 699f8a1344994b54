using System.Text.Json;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>What the token endpoint gave: tokens and the launch's context. Not a record: nothing writes it out by chance (control 28).</summary>
internal sealed class SmartTokens
{
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);

    private SmartTokens(JsonElement answer, string accessToken)
    {
        AccessToken = accessToken;
        RefreshToken = answer.Text("refresh_token");
        IdToken = answer.Text("id_token");
        Life = answer.Seconds("expires_in") ?? UsualLife;
        ActiveLife = answer.Seconds("active_ttl");
        PatientId = answer.Text("patient");
        EncounterId = answer.Text("encounter");
        NeedsPatientBanner = answer.Flag("need_patient_banner") ?? true;
        Intent = answer.Text("intent");
        Tenant = answer.Text("tenant");
        StyleUrl = answer.Text("smart_style_url");
        Identifiers =
        [
            .. answer
                .Items("fhirContext")
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => one.TryGetProperty("identifier", out var it) ? it : default)
                .Select(it => (it.Text("system"), it.Text("value"))),
        ];
    }

    /// <summary>Reads the FHIR server.</summary>
    public string AccessToken { get; }

    /// <summary>Gets the next tokens; null where the EHR gives none.</summary>
    public string? RefreshToken { get; }

    /// <summary>Says who the user is.</summary>
    public string? IdToken { get; }

    /// <summary>How long the access token is good for.</summary>
    public TimeSpan Life { get; }

    /// <summary>How long the user still counts as present; null where the EHR does not take note of presence.</summary>
    public TimeSpan? ActiveLife { get; }

    /// <summary>The FHIR id of the patient.</summary>
    public string? PatientId { get; }

    /// <summary>The FHIR id of the encounter.</summary>
    public string? EncounterId { get; }

    /// <summary>Whether the EHR shows no patient of its own beside the chart.</summary>
    public bool NeedsPatientBanner { get; }

    /// <summary>What the user wants to do.</summary>
    public string? Intent { get; }

    /// <summary>Which of the EHR's tenants it is.</summary>
    public string? Tenant { get; }

    /// <summary>Where the EHR describes its look.</summary>
    public string? StyleUrl { get; }

    /// <summary>What the launch's context names by an identifier, beside patient and encounter.</summary>
    public IReadOnlyList<(string? System, string? Value)> Identifiers { get; }

    /// <summary>Reads a good answer; null where it holds no bearer token. Keys that are not known are left alone.</summary>
    public static SmartTokens? Read(JsonElement answer) =>
        answer.Text("access_token") is { } token
        && string.Equals(answer.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)
            ? new SmartTokens(answer, token)
            : null;
}
