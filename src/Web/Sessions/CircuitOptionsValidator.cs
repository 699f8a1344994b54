using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Sessions;

/// <summary>Finds everything that is wrong with a <see cref="CircuitOptions"/> at once, naming each key.</summary>
public sealed class CircuitOptionsValidator : IValidateOptions<CircuitOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CircuitOptions options)
    {
        var errors = new List<string>();
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
