using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>Who vouches for the users of its launches, and what is known of all of them.</summary>
public abstract class IssuerOptions
{
    /// <summary>What its launches name it by, in <c>iss</c>.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Which tenant its patients are of: one under <c>Tenants</c>.</summary>
    /// <value>Not set: the tenant of <c>HealtheIntent</c>.</value>
    public string? OfTenant { get; set; }

    /// <summary>The population of that tenant in which its patients are looked up.</summary>
    /// <value>Not set: the tenant's own.</value>
    public string? PopulationId { get; set; }

    /// <summary>On whose behalf its users act, for the audit log.</summary>
    /// <value>Not set: <see cref="Issuer"/>.</value>
    public string? Organisation { get; set; }

    /// <summary>Why its users look, for the audit log, where a launch does not say: a code of HL7 PurposeOfUse.</summary>
    /// <value><c>TREAT</c></value>
    public string PurposeOfUse { get; set; } = Audit.PurposeOfUse.Treatment;

    /// <summary>What its users are, of <see cref="SignIn.Roles"/>, where a launch does not say.</summary>
    /// <value>Empty: <c>clinician</c>.</value>
    public IList<string> Roles { get; init; } = [];

    /// <summary>On whose behalf its users act.</summary>
    internal string OnBehalfOf => Organisation ?? Issuer;

    /// <summary>One of its users.</summary>
    /// <param name="id">The identity to audit.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="roles">What the launch says they are; null where it does not say.</param>
    internal ChartUser User(string id, string name, IReadOnlyList<string>? roles) =>
        new(id, name)
        {
            Roles = roles ?? (Roles.Count > 0 ? [.. Roles] : [SignIn.Roles.Clinician]),
            Organisation = OnBehalfOf,
            PurposeOfUse = PurposeOfUse,
        };

    /// <summary>What is wrong with it, each beginning with the name of the key.</summary>
    /// <param name="tenants">The tenants of the configuration.</param>
    internal IEnumerable<string> Errors(TenantSections tenants)
    {
        if (tenants.Find(OfTenant) is null)
            yield return $"OfTenant is {OfTenant}, which is not one of {TenantSections.Section}.";
        if (PopulationId is { } population && string.IsNullOrWhiteSpace(population))
            yield return "PopulationId is blank: name a population, or leave the key out for the tenant's own.";
        if (!Audit.PurposeOfUse.IsCode(PurposeOfUse))
            yield return $"PurposeOfUse must be a code of HL7 PurposeOfUse, such as {Audit.PurposeOfUse.Treatment}.";
        foreach (var role in Roles.Except(SignIn.Roles.All, StringComparer.Ordinal))
            yield return $"Roles has {role}, which is not a role; there are {string.Join(", ", SignIn.Roles.All)}.";
    }
}
