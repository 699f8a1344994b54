using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Finds everything that is wrong with a <see cref="SmartLaunchOptions"/> at once, naming each key.</summary>
internal sealed class SmartLaunchOptionsValidator(TenantSections tenants)
    : IValidateOptions<SmartLaunchOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SmartLaunchOptions options)
    {
        var errors = new List<string>();
        if (options.RedirectUri is { } redirect && !SmartAddress.TryRead(redirect, out _))
            errors.Add($"{SmartLaunchOptions.Section}:RedirectUri must be an https address.");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
            errors.Add(
                $"{SmartLaunchOptions.Section}:Timeout must be more than nothing and at most a minute."
            );
        for (var i = 0; i < options.Issuers.Count; i++)
        {
            var key = $"{SmartLaunchOptions.Section}:Issuers:{i}";
            errors.AddRange(Errors(options.Issuers[i]).Select(error => $"{key}:{error}"));
        }
        var twice = options
            .Issuers.GroupBy(issuer => SmartAddress.Issuer(issuer.Issuer))
            .Where(same => same.Count() > 1 && same.Key.Length > 0);
        errors.AddRange(
            twice.Select(same =>
                $"{SmartLaunchOptions.Section}:Issuers has {same.Key} more than once."
            )
        );
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors(SmartIssuerOptions issuer)
    {
        if (!SmartAddress.TryRead(issuer.Issuer, out _))
            yield return "Issuer must be the https address of a FHIR base.";
        if (issuer.AuthorityIssuer is { } authority && !SmartAddress.TryRead(authority, out _))
            yield return "AuthorityIssuer must be an https address.";
        for (var i = 0; i < issuer.Hosts.Count; i++)
            if (
                !Uri.TryCreate($"https://{issuer.Hosts[i]}", UriKind.Absolute, out var host)
                || !string.Equals(
                    host.Authority,
                    issuer.Hosts[i],
                    StringComparison.OrdinalIgnoreCase
                )
            )
                yield return $"Hosts:{i} must be a host name, with the port where it is not 443.";
        foreach (var error in issuer.Errors(tenants))
            yield return error;
        if (string.IsNullOrWhiteSpace(issuer.ClientId))
            yield return "ClientId is empty.";
        if (issuer.ClientSecret is not null && issuer.PrivateKeyFile is not null)
            yield return "ClientSecret and PrivateKeyFile are both set: the viewer is registered with one of them.";
        if (issuer.ClientSecret is { } secret && string.IsNullOrWhiteSpace(secret))
            yield return "ClientSecret is empty: leave it out where the viewer is a public client.";
        if (issuer.PrivateKeyFile is { } file && KeyError(file) is { } problem)
            yield return $"PrivateKeyFile {problem}.";
        if (tenants.Find(issuer.OfTenant) is { } tenant && !tenant.Has(issuer.DataPartitionId))
            yield return $"DataPartitionId is not one of {tenant.KeyOf("Viewer:DataPartitions")}.";
        var scopes = new SmartScopes(issuer.Scopes);
        if (!scopes.AsksForLaunch)
            yield return "Scopes must have launch.";
        if (!scopes.AsksForUser)
            yield return "Scopes must have openid and fhirUser: a chart opens for a user who is known.";
        if (issuer.PatientIdSystem is not null && !scopes.AsksForPatient)
            yield return "Scopes must have patient/Patient.r, because PatientIdSystem is read from the FHIR Patient.";
    }

    private static string? KeyError(string file)
    {
        try
        {
            SmartClientKey.Load(file);
            return null;
        }
        catch (SmartClientKeyException problem)
        {
            return problem.Message;
        }
    }
}
