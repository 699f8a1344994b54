using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// Finds everything that is wrong with the tenants together: a name that means nothing, a tenant that nothing leads to, a key
/// that is not a tenant's, and a local id that could be looked for at two of them.
/// </summary>
public sealed class TenantsValidator(TenantSections tenants, IConfiguration configuration)
    : IValidateOptions<ViewerOptions>
{
    private static readonly string[] Sections = [TenantSections.Platform, TenantOptions.Section];
    private static readonly string[] OfViewer =
    [
        .. typeof(TenantOptions).GetProperties().Select(property => property.Name),
        Session,
    ];
    private static readonly string[] OfSession =
    [
        .. typeof(ChartSessionOptions).GetProperties().Select(property => property.Name),
    ];

    private const string Session = "Session";

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ViewerOptions options)
    {
        var errors = Errors().ToList();
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors()
    {
        var signIn = configuration[$"{OidcOptions.Section}:{nameof(OidcOptions.OfTenant)}"];
        if (tenants.Find(signIn) is null)
            yield return $"{OidcOptions.Section}:OfTenant is {signIn}, which is not one of {TenantSections.Section}.";
        var named = Named().Append(signIn).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var tenant in tenants.All.Skip(1))
        {
            var key = $"{TenantSections.Section}:{tenant.Name}";
            if (tenants.Find(tenant.Name) != tenant)
                yield return $"{key} has the name of the tenant of {TenantSections.Platform}: call it otherwise.";
            else if (!named.Contains(tenant.Name))
                yield return $"{key} is reached by nobody: no issuer and no sign-in names it in OfTenant.";
            foreach (var other in Foreign(tenant.Root, Sections))
                yield return $"{key}:{other} is not a tenant's: there are {string.Join(" and ", Sections)}.";
            foreach (var other in Foreign(tenant.Viewer, OfViewer))
                yield return $"{key}:Viewer:{other} is not a tenant's own: it is the process's, in Viewer:{other}.";
            foreach (var other in Foreign(tenant.Session, OfSession))
                yield return $"{key}:Viewer:Session:{other} is not a tenant's own: it is the process's, in Viewer:Session:{other}.";
        }
        foreach (var error in SharedPartitions())
            yield return error;
    }

    /// <summary>
    /// A data partition is one tenant's. Where two sections are of one tenant, each has a population of its own; so no local id
    /// means one person by one line of the configuration and somebody else by another.
    /// </summary>
    private IEnumerable<string> SharedPartitions() =>
        from partition in tenants
            .All.SelectMany(tenant => tenant.Partitions.Select(id => (Id: id, Tenant: tenant)))
            .Where(one => one.Id.Length > 0)
            .GroupBy(one => one.Id, one => one.Tenant, StringComparer.OrdinalIgnoreCase)
        let holders = partition.Distinct().ToList()
        where
            holders.Count > 1
            && (
                holders.Select(tenant => tenant.Place).Distinct().Count() > 1
                || holders.Select(tenant => tenant.PopulationId).Distinct().Count() < holders.Count
            )
        select $"{string.Join(" and ", holders.Select(tenant => tenant.KeyOf("Viewer:DataPartitions")))} both have {partition.Key}: a data partition is of one tenant, and there of one population for each section.";

    private IEnumerable<string?> Named() =>
        new[] { SmartLaunchOptions.Section, SignedLaunchOptions.Section }.SelectMany(section =>
            configuration
                .GetSection($"{section}:Issuers")
                .GetChildren()
                .Select(issuer => issuer["OfTenant"])
        );

    private static IEnumerable<string> Foreign(IConfiguration section, string[] own) =>
        section
            .GetChildren()
            .Select(child => child.Key)
            .Except(own, StringComparer.OrdinalIgnoreCase);
}
