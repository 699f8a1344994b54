using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Tenants;

/// <summary>Finds everything that is wrong with a <see cref="TenantOptions"/> at once, naming each key.</summary>
public sealed class TenantOptionsValidator : IValidateOptions<TenantOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TenantOptions options)
    {
        var errors = Errors(options)
            .Select(error => TenantSections.KeyOf(name, $"{TenantOptions.Section}:{error}"))
            .ToList();
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(TenantOptions options)
    {
        if (options.DataPartitions.Count == 0)
            yield return "DataPartitions is empty: name each data partition that may launch.";
        for (var i = 0; i < options.DataPartitions.Count; i++)
        {
            var partition = options.DataPartitions[i];
            if (!Guid.TryParseExact(partition.Id, "D", out _))
                yield return $"DataPartitions:{i}:Id must be a UUID.";
            if (string.IsNullOrWhiteSpace(partition.Name))
                yield return $"DataPartitions:{i}:Name is empty: clinicians read it beside each record.";
        }
        var twice = options
            .DataPartitions.GroupBy(p => p.Id, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1 && g.Key.Length > 0);
        foreach (var same in twice)
            yield return $"DataPartitions has {same.Key} more than once.";
        for (var i = 0; i < options.FrameAncestors.Count; i++)
            if (!IsOrigin(options.FrameAncestors[i]))
                yield return $"FrameAncestors:{i} must be an https origin without a path, such as https://ehr.example.org.";
        if (options.IssuerLaunchesPerSecond is < 1 or > 10_000)
            yield return "IssuerLaunchesPerSecond must be between 1 and 10000.";
        if (options.CircuitsPerTenant < 1)
            yield return "CircuitsPerTenant must be at least 1.";
        if (options.HccPipelineId is { } pipeline && string.IsNullOrWhiteSpace(pipeline))
            yield return "HccPipelineId is blank: name the tenant's pipeline, or leave the key out.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return "TimeZone is not a time zone that this machine knows.";
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.GetLeftPart(UriPartial.Authority) == text;
}
