using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>Finds everything that is wrong with a <see cref="SignedLaunchOptions"/> at once, naming each key.</summary>
public sealed class SignedLaunchOptionsValidator(ViewerMode mode, TenantSections tenants)
    : IValidateOptions<SignedLaunchOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SignedLaunchOptions options)
    {
        var errors = options
            .Issuers.SelectMany(issuer => Errors(issuer.Key, issuer.Value))
            .ToList();
        // The address that a request names is the request's own word: a launch meant for another app could name that one.
        if (
            !mode.IsSandbox
            && options.Issuers.Count > 0
            && string.IsNullOrWhiteSpace(options.Audience)
        )
            errors.Add(
                $"{SignedLaunchOptions.Section}:Audience is empty: say whom launches must be meant for, such as https://viewer.example.org/launch."
            );
        errors.AddRange(
            options
                .Issuers.Values.GroupBy(issuer => issuer.Issuer, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(same =>
                    $"{SignedLaunchOptions.Section}:Issuers has the issuer {same.Key} more than once."
                )
        );
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors(string name, SignedIssuerOptions issuer)
    {
        var key = $"{SignedLaunchOptions.Section}:Issuers:{name}";
        if (string.IsNullOrWhiteSpace(issuer.Issuer))
            yield return $"{key}:Issuer is empty.";
        if (issuer.Issuer == DevelopmentKey.Issuer && !mode.IsSandbox)
            yield return $"{key}:Issuer is the one of development keys, which anybody can have. It never opens a chart of a live tenant.";
        if (issuer.JwksUri is null == issuer.JwksFile is null)
            yield return $"{key} needs either JwksUri or JwksFile.";
        if (issuer.JwksUri is not null && !SmartAddress.TryRead(issuer.JwksUri, out _))
            yield return $"{key}:JwksUri must be an https address (http on loopback only).";
        foreach (var error in issuer.Errors(tenants))
            yield return $"{key}:{error}";
        if (issuer.DataPartitions.Count == 0)
            yield return $"{key}:DataPartitions is empty: say whose patients the host may name.";
        if (tenants.Find(issuer.OfTenant) is { } tenant)
            foreach (var partition in issuer.DataPartitions.Where(id => !tenant.Has(id)))
                yield return $"{key}:DataPartitions has {partition}, which is not one of {tenant.KeyOf("Viewer:DataPartitions")}.";
    }
}
