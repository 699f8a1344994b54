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
        if (options.LaunchesPerSecond is < 1 or > 10_000)
            errors.Add("Viewer:LaunchesPerSecond must be between 1 and 10000.");
        if (options.AuditRetention is { } keep && keep < ShortestRetention)
            errors.Add(
                "Viewer:AuditRetention must be at least a day; not set, entries are kept for ever."
            );
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }
}
