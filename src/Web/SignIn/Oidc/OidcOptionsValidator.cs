using HeiChartViewer.Web.Audit;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Finds everything that is wrong with an <see cref="OidcOptions"/> at once, naming each key.</summary>
public sealed class OidcOptionsValidator : IValidateOptions<OidcOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, OidcOptions options)
    {
        var errors = new List<string>();
        if (!IsTrustworthy(options.Authority))
            errors.Add(
                $"{OidcOptions.Section}:Authority must be the https address of an OpenID issuer (http on loopback only)."
            );
        if (string.IsNullOrWhiteSpace(options.ClientId))
            errors.Add($"{OidcOptions.Section}:ClientId is empty.");
        if (options.Roles.Values.All(values => values.All(string.IsNullOrWhiteSpace)))
            errors.Add(
                $"{OidcOptions.Section}:Roles is empty: say which values of '{options.RoleClaim}' make a {string.Join(" or a ", Roles.All)}; otherwise nobody gets in."
            );
        errors.AddRange(
            options
                .Roles.Keys.Where(role => !Roles.All.Contains(role, StringComparer.Ordinal))
                .Select(role =>
                    $"{OidcOptions.Section}:Roles:{role} is not a role; there are {string.Join(", ", Roles.All)}."
                )
        );
        if (!PurposeOfUse.IsCode(options.PurposeOfUse))
            errors.Add(
                $"{OidcOptions.Section}:PurposeOfUse must be a code of HL7 PurposeOfUse, such as {PurposeOfUse.Treatment}."
            );
        if (options.Lifetime <= TimeSpan.Zero || options.Lifetime > Longest)
            errors.Add($"{OidcOptions.Section}:Lifetime must be more than 0 and at most 24 hours.");
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsTrustworthy(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (
            uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
        );
}
