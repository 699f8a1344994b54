using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Sessions;

/// <summary>Finds everything that is wrong with a <see cref="ChartSessionOptions"/> at once, naming each key.</summary>
public sealed class ChartSessionOptionsValidator : IValidateOptions<ChartSessionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ChartSessionOptions options)
    {
        var errors = new List<string>();
        if (options.WarnAfter < Shortest)
            errors.Add(Of(name, nameof(options.WarnAfter), "must be at least a second"));
        if (options.LockAfter <= options.WarnAfter)
            errors.Add(
                Of(
                    name,
                    nameof(options.LockAfter),
                    "must be longer than WarnAfter: whoever is about to be locked out is told first"
                )
            );
        if (options.EndAfter <= options.LockAfter)
            errors.Add(Of(name, nameof(options.EndAfter), "must be longer than LockAfter"));
        if (options.Lifetime < options.EndAfter || options.Lifetime > Longest)
            errors.Add(
                Of(
                    name,
                    nameof(options.Lifetime),
                    "must be at least EndAfter, and at most 24 hours"
                )
            );
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static string Of(string? name, string key, string rule) =>
        $"{TenantSections.KeyOf(name, $"{ChartSessionOptions.Section}:{key}")} {rule}.";
}
