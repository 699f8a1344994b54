using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Hosting;

/// <summary>Finds everything that is wrong with a <see cref="ViewerOptions"/> at once, naming each key.</summary>
public sealed class ViewerOptionsValidator : IValidateOptions<ViewerOptions>
{
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ViewerOptions options)
    {
        var errors = new List<string>();
        if (options.DataPartitions.Count == 0)
            errors.Add("Viewer:DataPartitions is empty: name each data partition that may launch.");
        for (var i = 0; i < options.DataPartitions.Count; i++)
        {
            var partition = options.DataPartitions[i];
            if (!Guid.TryParseExact(partition.Id, "D", out _))
                errors.Add($"Viewer:DataPartitions:{i}:Id must be a UUID.");
            if (string.IsNullOrWhiteSpace(partition.Name))
                errors.Add(
                    $"Viewer:DataPartitions:{i}:Name is empty: clinicians read it beside each record."
                );
        }
        var twice = options
            .DataPartitions.GroupBy(p => p.Id, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1 && g.Key.Length > 0);
        errors.AddRange(twice.Select(g => $"Viewer:DataPartitions has {g.Key} more than once."));
        for (var i = 0; i < options.FrameAncestors.Count; i++)
            if (!IsOrigin(options.FrameAncestors[i]))
                errors.Add(
                    $"Viewer:FrameAncestors:{i} must be an https origin without a path, such as https://ehr.example.org."
                );
        if (options.LaunchesPerSecond is < 1 or > 10_000)
            errors.Add("Viewer:LaunchesPerSecond must be between 1 and 10000.");
        if (options.HccPipelineId is { } pipeline && string.IsNullOrWhiteSpace(pipeline))
            errors.Add(
                "Viewer:HccPipelineId is blank: name the tenant's pipeline, or leave the key out."
            );
        if (options.AuditRetention is { } keep && keep < ShortestRetention)
            errors.Add(
                "Viewer:AuditRetention must be at least a day; not set, entries are kept for ever."
            );
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            errors.Add("Viewer:TimeZone is not a time zone that this machine knows.");
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.GetLeftPart(UriPartial.Authority) == text;
}
