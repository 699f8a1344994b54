using System.Text;
using System.Text.RegularExpressions;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>
/// Reads why a token or a signature was refused. The header is read raw: the platform prints two challenges without a
/// comma, and values with quotes or without (contract 2.3, 2.4).
/// </summary>
internal static partial class OAuthChallenge
{
    private const int MaxNames = 20;

    public static OAuthProblem? Of(HttpResponseMessage response)
    {
        if (
            !response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values)
            || Scheme().Match(string.Join(", ", values)) is not { Success: true } scheme
        )
            return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Field().Matches(scheme.Groups["rest"].Value).Cast<Match>())
            fields.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value);
        // It goes into messages: what does not look like a code is not taken for one.
        return fields.TryGetValue("oauth_problem", out var code) && Code().IsMatch(code)
            ? new OAuthProblem(code, Names(fields))
            {
                Environment = Uri.TryCreate(
                    fields.GetValueOrDefault("realm"),
                    UriKind.Absolute,
                    out var realm
                )
                    ? OAuthEnvironment.Of(realm)
                    : null,
            }
            : null;
    }

    private static string[] Names(Dictionary<string, string> fields) =>
        [
            .. new[] { "oauth_parameters_absent", "oauth_parameters_rejected" }
                .SelectMany(field =>
                    Encoding
                        .UTF8.GetString(
                            PercentEncoding.DecodeForm(fields.GetValueOrDefault(field) ?? "")
                        )
                        .Split('&')
                )
                .Where(name => Code().IsMatch(name))
                .Take(MaxNames),
        ];

    [GeneratedRegex(
        @"(?<![\w=""/.])OAuth\s+(?<rest>.*)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<name>\w+)\s*=\s*(?:""(?<value>[^""]*)""|(?<value>[^\s,""]+))")]
    private static partial Regex Field();

    [GeneratedRegex(@"^[A-Za-z_]{1,64}\z")]
    private static partial Regex Code();
}
