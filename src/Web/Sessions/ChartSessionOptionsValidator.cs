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
            errors.Add(Of(nameof(options.WarnAfter), "must be at least a second"));
        if (options.LockAfter <= options.WarnAfter)
            errors.Add(
                Of(
                    nameof(options.LockAfter),
                    "must be longer than WarnAfter: whoever is about to be locked out is told first"
                )
            );
        if (options.EndAfter <= options.LockAfter)
            errors.Add(Of(nameof(options.EndAfter), "must be longer than LockAfter"));
        if (options.Lifetime < options.EndAfter || options.Lifetime > Longest)
            errors.Add(
                Of(nameof(options.Lifetime), "must be at least EndAfter, and at most 24 hours")
            );
        if (options.CircuitsPerUser < 1)
            errors.Add(Of(nameof(options.CircuitsPerUser), "must be at least 1"));
        if (options.CircuitsPerProcess < options.CircuitsPerUser)
            errors.Add(Of(nameof(options.CircuitsPerProcess), "must be at least CircuitsPerUser"));
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static string Of(string key, string rule) =>
        $"{ChartSessionOptions.Section}:{key} {rule}.";
}
