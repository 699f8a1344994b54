using HeiChartViewer.Web.SignIn;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>Finds everything that is wrong with a <see cref="BreakGlassOptions"/> at once, naming each key.</summary>
public sealed class BreakGlassOptionsValidator : IValidateOptions<BreakGlassOptions>
{
    /// <summary>What the banner needs to say who this is and what harms them, and what has no records of its own.</summary>
    private static readonly ChartView[] NeverWithheld =
    [
        ChartView.Summary,
        ChartView.Timeline,
        ChartView.Allergies,
        ChartView.Demographics,
    ];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, BreakGlassOptions options)
    {
        var errors = new List<string>();
        for (var i = 0; i < options.Withheld.Count; i++)
            if (ChartView.Find(options.Withheld[i]) is not { } view)
                errors.Add(Of($"Withheld:{i}", "is no section of the chart"));
            else if (NeverWithheld.Contains(view))
                errors.Add(Of($"Withheld:{i}", "is never withheld: the banner rests on it"));
        for (var i = 0; i < options.Roles.Count; i++)
            if (!Roles.All.Contains(options.Roles[i], StringComparer.Ordinal))
                errors.Add(
                    Of($"Roles:{i}", $"is no role; there are {string.Join(", ", Roles.All)}")
                );
        if (
            options.Duration < TimeSpan.FromMinutes(1)
            || options.Duration > BreakGlassOptions.Longest
        )
            errors.Add(Of(nameof(options.Duration), "must be between 1 and 30 minutes"));
        if (
            options.ProofWithin < TimeSpan.FromMinutes(1)
            || options.ProofWithin > BreakGlassOptions.Longest
        )
            errors.Add(Of(nameof(options.ProofWithin), "must be between 1 and 30 minutes"));
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static string Of(string key, string rule) =>
        $"{BreakGlassOptions.Section}:{key} {rule}.";
}
