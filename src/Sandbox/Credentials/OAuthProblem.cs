using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Why an OAuth request is refused, in the words of the problem reporting extension (contract 2.3).</summary>
/// <param name="Code">The <c>oauth_problem</c>.</param>
/// <param name="Details">What goes with it, such as <c>oauth_parameters_absent</c>.</param>
internal sealed record OAuthProblem(
    string Code,
    params IReadOnlyList<KeyValuePair<string, string>> Details
)
{
    /// <summary>Every problem and the status it is answered with.</summary>
    public static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        ["additional_authorization_required"] = 400,
        ["parameter_absent"] = 400,
        ["parameter_rejected"] = 400,
        ["signature_method_rejected"] = 400,
        ["timestamp_refused"] = 400,
        ["verifier_invalid"] = 400,
        ["version_rejected"] = 400,
        ["consumer_key_refused"] = 401,
        ["consumer_key_rejected"] = 401,
        ["consumer_key_unknown"] = 401,
        ["nonce_used"] = 401,
        ["permission_denied"] = 401,
        ["permission_unknown"] = 401,
        ["signature_invalid"] = 401,
        ["token_expired"] = 401,
        ["token_rejected"] = 401,
        ["token_revoked"] = 401,
        ["token_used"] = 401,
        ["user_refused"] = 401,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public int Status => Statuses[Code];

    public static OAuthProblem Absent(IEnumerable<string> names) =>
        new("parameter_absent", KeyValuePair.Create("oauth_parameters_absent", Join(names)));

    public static OAuthProblem Rejected(IEnumerable<string> names) =>
        new("parameter_rejected", KeyValuePair.Create("oauth_parameters_rejected", Join(names)));

    /// <summary>Answers with the status and a challenge that names the problem.</summary>
    public void Challenge(HttpContext http)
    {
        var challenge = new StringBuilder(
            $"OAuth realm=\"{http.Request.Scheme}://{http.Request.Host}\", oauth_problem=\"{Code}\""
        );
        foreach (var (name, value) in Details)
            challenge.Append(
                CultureInfo.InvariantCulture,
                $", {name}=\"{Uri.EscapeDataString(value)}\""
            );
        http.Response.StatusCode = Status;
        http.Response.Headers.WWWAuthenticate = challenge.ToString();
        http.Response.ContentLength = 0;
    }

    private static string Join(IEnumerable<string> names) =>
        string.Join('&', names.Order(StringComparer.Ordinal));
}
