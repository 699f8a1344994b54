namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>The organisation's own sign-in, under <c>SignIn:Oidc</c>: any standard OpenID provider.</summary>
public sealed class OidcOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "SignIn:Oidc";

    /// <summary>The issuer, whose discovery document says everything else; https, or http on loopback.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The client as the provider knows it; its redirect address is <c>{app}/sign-in/callback</c>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret; none for a public client, which PKCE protects.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked for beside <c>openid</c> and <c>profile</c>.</summary>
    public IList<string> Scopes { get; init; } = [];

    /// <summary>The claim that holds the name to show.</summary>
    /// <value><c>name</c></value>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim that says what the user may do: a string, or several.</summary>
    /// <value><c>roles</c></value>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>
    /// Which values of the role claim give which of <see cref="Roles"/>, e.g. <c>Roles:coordinator:0</c> =
    /// <c>HDI-Care-Managers</c>. Whoever has none of them does not get in.
    /// </summary>
    public IDictionary<string, string[]> Roles { get; init; } =
        new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which tenant the users see: one under <c>Tenants</c>.</summary>
    /// <value>Not set: the tenant of <c>HealtheIntent</c>.</value>
    public string? OfTenant { get; set; }

    /// <summary>On whose behalf users act, for the audit log.</summary>
    /// <value>Not set: the issuer.</value>
    public string? Organisation { get; set; }

    /// <summary>Why users look, for the audit log: a code of HL7 PurposeOfUse.</summary>
    /// <value><c>TREAT</c></value>
    public string PurposeOfUse { get; set; } = Audit.PurposeOfUse.Treatment;

    /// <summary>How long a sign-in is good for, used or not.</summary>
    /// <value>10 hours: one shift.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(10);

    /// <summary>What to call the provider on the sign-in page.</summary>
    /// <value><c>your organisation</c></value>
    public string DisplayName { get; set; } = "your organisation";
}
